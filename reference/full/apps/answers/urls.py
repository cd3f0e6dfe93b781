from rest_framework.routers import SimpleRouter

from .views import AnswerViewSet

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register(
    "answers",
    AnswerViewSet,
)

urlpatterns = router.urls
