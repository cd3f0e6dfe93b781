from rest_framework.routers import SimpleRouter

from .views import StampViewSet

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register(
    "stamps",
    StampViewSet,
)

urlpatterns = router.urls
