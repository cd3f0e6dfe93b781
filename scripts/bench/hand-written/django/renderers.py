from rest_framework.renderers import JSONRenderer


class Json(JSONRenderer):
    charset = "utf-8"
