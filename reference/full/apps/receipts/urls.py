from rest_framework.routers import SimpleRouter

from .views import ReceiptViewSet

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register(
    "receipts",
    ReceiptViewSet,
)

urlpatterns = router.urls
