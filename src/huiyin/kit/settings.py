"""Everything a person may set, read once at start from the environment (HUIYIN_…) or `huiyin.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """Frozen settings; unknown keys are refused so that a typing error cannot pass silently."""

    model_config = SettingsConfigDict(
        env_prefix="HUIYIN_", toml_file="huiyin.toml", frozen=True, extra="forbid"
    )

    home: Path = Field(
        Path("huiyin-data"), description="Folder that holds the ledger, the facts and uploads."
    )
    ledger_url: SecretStr = Field(
        SecretStr(""), description="PostgreSQL that holds the ledger; empty for a SQLite file in the folder."
    )
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="Key that seals connectors' passwords in the ledger; empty for the file `secret.key` in the folder.",
    )
    host: str = Field("127.0.0.1", description="Address the server listens on.")
    port: int = Field(8600, ge=1, le=65535, description="Port the server listens on.")
    duties: bool = Field(
        True, description="Whether this server also sends, polls and judges; one of several does."
    )
    timezone: str = Field("Asia/Shanghai", description="Zone in which days and weeks begin.")
    minimum_n: int = Field(30, ge=1, description="Below this many customers a figure says 证据不足.")
    default_taxonomy: str = Field("automotive", description="Taxonomy of a source that names none.")
    analyser: Literal["fast", "cascade", "accurate"] = Field(
        "fast",
        description="How texts are read: `fast` by rules and linear models, `accurate` by a small neural reader "
        "beside them, `cascade` by it where they are unsure.",
    )
    max_upload_mb: int = Field(512, ge=1, description="Largest file the import page accepts, in MiB.")
    public_url: str = Field(
        "", description="Address under which people reach the pages, for links in messages."
    )
    smtp_host: str = Field("", description="Mail server for alerts; empty turns mail off.")
    smtp_port: int = Field(25, ge=1, le=65535, description="Port of the mail server.")
    smtp_user: str = Field("", description="User at the mail server; empty for none.")
    smtp_password: SecretStr = Field(SecretStr(""), description="Password at the mail server.")
    smtp_starttls: bool = Field(False, description="Upgrade the connection to TLS before sending.")
    smtp_from: str = Field("huiyin@localhost", description="Sender of alert mails.")
    retention_days: int = Field(
        0, ge=0, description="After so many days voices no longer say who said them; 0 keeps that."
    )
    webhook_secret: SecretStr = Field(SecretStr(""), description="Key that signs outgoing webhooks.")
    session_days: int = Field(14, ge=1, description="Days a sign-in lasts without use.")
    personal_data_from: Literal["viewer", "agent", "analyst", "admin"] = Field(
        "analyst", description="Role from which on personal data in voices is readable; masked below it."
    )
    oidc_issuer: str = Field("", description="Address of the company's sign-in service; empty turns it off.")
    oidc_client_id: str = Field("huiyin", description="Name of this installation at the sign-in service.")
    oidc_client_secret: SecretStr = Field(
        SecretStr(""), description="Secret of this installation there; empty for a public client."
    )
    oidc_role_claim: str = Field(
        "groups", description="Claim that names a person's roles; dots lead into nested ones."
    )
    oidc_roles: dict[str, Literal["viewer", "agent", "analyst", "admin"]] = Field(
        {}, description="Which value of the claim means which role here, as a JSON object."
    )
    oidc_default_role: Literal["", "viewer", "agent", "analyst"] = Field(
        "", description="Role of people without any of those; empty refuses them."
    )
    oidc_label: str = Field("", description="Words on the button of that sign-in.")
    speech_engine: str = Field(
        "", description="Speech engine that listens to recordings; empty refuses them. Ours is `command`."
    )
    speech_command: str = Field(
        "", description="Command that writes the WebVTT of the recording {file} to its output."
    )
    language_model_url: str = Field(
        "", description="Address of a language model that speaks the OpenAI chat protocol; empty asks none."
    )
    language_model: str = Field("", description="Name of the model at that address.")
    language_model_key: SecretStr = Field(
        SecretStr(""), description="Key of the language model, if it asks one."
    )
    language_model_timeout: int = Field(
        60, ge=1, le=600, description="Seconds to wait for an answer of the language model."
    )
    language_model_daily_tokens: int = Field(
        200_000, ge=0, description="Tokens that the language model may spend in a day."
    )
    language_model_hard_cases: int = Field(
        0,
        ge=0,
        description="Opinions a day that the machine is unsure of and that the language model judges in the "
        "background; 0 for none.",
    )
    language_model_topics: bool = Field(False, description="Whether the language model names new topics.")
    secure_cookies: bool = Field(False, description="Send the session cookie over HTTPS only.")
    demo: bool = Field(False, description="Marks the installation as the demo world.")

    @property
    def base_url(self) -> str:
        """Where people reach this installation, as far as it knows."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def ledger_path(self) -> Path:
        return self.home / "ledger.sqlite3"

    @property
    def facts_home(self) -> Path:
        return self.home / "facts"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
