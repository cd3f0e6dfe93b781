from rest_framework.routers import SimpleRouter

from .views import RemarkViewSet

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register(
    "remarks",
    RemarkViewSet,
)

urlpatterns = router.urls
