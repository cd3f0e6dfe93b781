from rest_framework.routers import SimpleRouter

from .views import AuthorViewSet

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register(
    "authors",
    AuthorViewSet,
)

urlpatterns = router.urls
