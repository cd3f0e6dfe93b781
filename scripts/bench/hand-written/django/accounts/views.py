from datetime import UTC, datetime, timedelta
from uuid import uuid4

import jwt
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from rest_framework import serializers
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import ALGORITHM, NAME
from accounts.models import User


class CredentialsSerializer(serializers.Serializer):
    email = serializers.EmailField()
    password = serializers.CharField(max_length=128)


class RegistrationSerializer(CredentialsSerializer):
    name = serializers.CharField(max_length=200)


class OpenView(APIView):
    authentication_classes = []
    permission_classes = []

    def read(self, serializer_class):
        serializer = serializer_class(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data


class RegisterView(OpenView):
    """Sign-up and sign-in alone: without limits, refreshing or roles to give."""

    def post(self, request):
        values = self.read(RegistrationSerializer)
        password = make_password(values.pop("password"))
        user = User.objects.create(**values, password=password, roles=["user"])
        return Response({"id": user.pk}, 201)


class LoginView(OpenView):
    def post(self, request):
        values = self.read(CredentialsSerializer)
        user = User.objects.filter(email=values["email"]).first()
        if user is None or not check_password(values["password"], user.password):
            raise AuthenticationFailed
        now = datetime.now(UTC)
        claims = {
            "iss": NAME,
            "aud": NAME,
            "sub": str(user.pk),
            "iat": now,
            "exp": now + timedelta(minutes=15),
            "jti": str(uuid4()),
        }
        return Response({"accessToken": jwt.encode(claims, settings.JWT_SECRET, ALGORITHM)})
