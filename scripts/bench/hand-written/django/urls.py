from django.conf import settings
from django.http import JsonResponse
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from tasks.views import TaskViewSet

handler404 = "problems.not_found"
handler500 = "problems.internal"

router = SimpleRouter(trailing_slash=False)
router.register("tasks", TaskViewSet)

urlpatterns = [
    path("livez", lambda request: JsonResponse({"status": "ok"})),
    path("api/v1/", include(router.urls)),
]
if settings.JWT_SECRET:
    urlpatterns.append(path("api/v1/auth/", include("accounts.urls")))
