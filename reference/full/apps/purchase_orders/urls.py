from rest_framework.routers import SimpleRouter

from .views import PurchaseOrderViewSet

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register(
    "purchase-orders",
    PurchaseOrderViewSet,
)

urlpatterns = router.urls
