from django.urls import include, path
from rest_framework.routers import SimpleRouter

from apps.users import views

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("users", views.UserViewSet)

auth = [
    path("register", views.RegisterView.as_view()),
    path("login", views.LoginView.as_view()),
    path("refresh", views.RefreshView.as_view()),
    path("logout", views.LogoutView.as_view()),
    path("password", views.PasswordView.as_view()),
    path("me", views.MeView.as_view()),
]

urlpatterns = [path("auth/", include(auth)), *router.urls]
