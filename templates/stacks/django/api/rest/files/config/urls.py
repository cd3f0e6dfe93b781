from importlib.util import find_spec

from django.urls import include, path

from common import errors, health
from common.openapi.views import OpenApiView
from config.apps import APPS

handler400 = errors.malformed
handler404 = errors.not_found
handler500 = errors.internal

routes = [f"{app}.urls" for app in APPS if find_spec(f"{app}.urls")]

urlpatterns = [
    path("livez", health.LivenessView.as_view()),
    path("readyz", health.ReadinessView.as_view()),
    path("openapi.json", OpenApiView.as_view()),
    path("api/v1/", include([path("", include(module)) for module in routes])),
]
