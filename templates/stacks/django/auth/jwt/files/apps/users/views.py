from dataclasses import replace
from typing import Any, ClassVar

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from apps.users import accounts, sessions
from apps.users.attempts import Attempts
from apps.users.models import User
from apps.users.roles import DEFAULT_ROLES
from apps.users.schemas import PROFILE, TOKENS
from apps.users.serializers import (
    CredentialsSerializer,
    PasswordChangeSerializer,
    RefreshSerializer,
    RegistrationSerializer,
    UserSerializer,
)
from common import clock
from common.access.caller import caller_of
from common.access.grants import MANAGE_USERS
from common.conflicts import refusal_of
from common.openapi.operation import Operation
from common.openapi.schemas import input_schema, output_schema
from common.views import JsonView
from common.viewsets import ListViewSet


class UserViewSet(ListViewSet):
    queryset = User.objects.all()
    serializer_class = UserSerializer
    required_permission = MANAGE_USERS
    ordering_fields = [
        "created_at",
        "updated_at",
        "email",
        "name",
    ]
    filterset_fields = [
        "email",
    ]

    def describe(self, action: str) -> Operation:
        # A user has no version.
        return replace(
            super().describe(action),
            request_headers=(),
            response_headers=(),
            problems=(),
        )

    def partial_update(self, request: Request, pk: str) -> Response:
        user = get_object_or_404(User, pk=self.get_id())
        serializer = UserSerializer(user, data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        if "roles" in serializer.validated_data:
            user.roles = serializer.validated_data["roles"]
            user.updated_at = clock.now()
            user.save(update_fields=["roles", "updated_at"])
        return Response(UserSerializer(user).data)


class AuthView(JsonView):
    """Answers of which nobody may keep a copy."""

    def read(self, serializer_class: Any) -> dict[str, Any]:
        serializer = serializer_class(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        values: dict[str, Any] = serializer.validated_data
        return values

    def finalize_response(
        self,
        request: Request,
        response: Any,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        response["Cache-Control"] = "no-store"
        return super().finalize_response(request, response, *args, **kwargs)


class AttemptView(AuthView):
    attempts: ClassVar[Attempts]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.attempts = Attempts()

    def check_throttles(self, request: Request) -> None:
        self.attempts.count_client(request.META["REMOTE_ADDR"])


class RegisterView(AttemptView):
    authentication_classes = []
    permission_classes = []
    operations = {
        "post": Operation(
            id="register",
            summary="Creates an account",
            status=201,
            input=input_schema("AuthRegistration", RegistrationSerializer()),
            output=output_schema("User", UserSerializer()),
            problems=[409],
        ),
    }

    def post(self, request: Request) -> Response:
        values = self.read(RegistrationSerializer)
        self.attempts.count_account(values["email"])
        now = clock.now()
        user = User(
            email=values["email"],
            name=values["name"],
            password=make_password(values["password"]),
            roles=DEFAULT_ROLES,
            created_at=now,
            updated_at=now,
        )
        try:
            with transaction.atomic():
                user.save(force_insert=True)
        except IntegrityError as error:
            raise refusal_of(error, User, {"email": user.email}) from error
        return Response(UserSerializer(user).data, status.HTTP_201_CREATED)


class LoginView(AttemptView):
    authentication_classes = []
    permission_classes = []
    operations = {
        "post": Operation(
            id="logIn",
            summary="Begins a session with a pair of tokens",
            input=input_schema("AuthCredentials", CredentialsSerializer()),
            output=TOKENS,
            problems=[401],
        ),
    }

    def post(self, request: Request) -> Response:
        values = self.read(CredentialsSerializer)
        self.attempts.count_account(values["email"])
        return Response(sessions.begin(**values))


class RefreshView(AttemptView):
    authentication_classes = []
    permission_classes = []
    operations = {
        "post": Operation(
            id="refreshTokens",
            summary="Exchanges a refresh token, which is good for one time, for a new pair",
            input=input_schema("AuthRefresh", RefreshSerializer()),
            output=TOKENS,
            problems=[401, 403],
        ),
    }

    def post(self, request: Request) -> Response:
        token = self.read(RefreshSerializer)["refresh_token"]
        self.attempts.count_account(sessions.account_of(token))
        return Response(sessions.refresh(token))


class LogoutView(AuthView):
    authentication_classes = []
    permission_classes = []
    operations = {
        "post": Operation(
            id="logOut",
            summary="Ends the session of a refresh token",
            status=204,
            input=input_schema("AuthRefresh", RefreshSerializer()),
        ),
    }

    def post(self, request: Request) -> Response:
        sessions.end(self.read(RefreshSerializer)["refresh_token"])
        return Response(status=status.HTTP_204_NO_CONTENT)


class PasswordView(AttemptView):
    takes_one_time_password = True
    operations = {
        "post": Operation(
            id="changePassword",
            summary="Changes the password and ends all sessions",
            status=204,
            input=input_schema("AuthPasswordChange", PasswordChangeSerializer()),
        ),
    }

    def post(self, request: Request) -> Response:
        values = self.read(PasswordChangeSerializer)
        user = caller_of(request)
        self.attempts.count_account(str(user.pk))
        accounts.change_password(user, values["current_password"], values["new_password"])
        return Response(status=status.HTTP_204_NO_CONTENT)


class MeView(AuthView):
    operations = {
        "get": Operation(
            id="whoAmI",
            summary="Tells who is signed in and what they may do",
            output=PROFILE,
        ),
    }

    def get(self, request: Request) -> Response:
        user = caller_of(request)
        return Response(
            {
                "id": str(user.pk),
                "email": user.email,
                "name": user.name,
                "roles": user.roles,
                "permissions": sorted(user.permissions),
            },
        )
