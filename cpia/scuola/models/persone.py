"""Logins, persons as one institute knows them, who answers for whom."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q

from cpia.scuola.enums import Legame, Sesso
from cpia.scuola.models.istituti import DiIstituto


class UtenteManager(BaseUserManager["Utente"]):
    def create_user(self, email: str, password: str | None = None, **campi: object) -> "Utente":
        """A login; without a password nobody can sign in until one is set by the invitation."""
        utente = self.model(email=self.normalize_email(email).lower(), **campi)
        utente.set_password(password)
        utente.save()
        return utente

    def create_superuser(self, email: str, password: str | None = None) -> "Utente":
        """An administrator of the system: sees configuration, no personal file."""
        return self.create_user(email, password, is_superuser=True)


class Utente(AbstractBaseUser, PermissionsMixin):
    """A login and nothing else: one in the whole network."""

    email = models.EmailField("e-mail", unique=True)
    is_active = models.BooleanField("attivo", default=True)
    is_staff = False

    objects = UtenteManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"

    class Meta:
        verbose_name_plural = "utenti"

    def __str__(self) -> str:
        return self.email


class Persona(DiIstituto):
    """Somebody as one institute knows him or her."""

    utente = models.ForeignKey(
        Utente, models.PROTECT, null=True, blank=True, related_name="persone"
    )
    cognome = models.CharField(max_length=80)
    nome = models.CharField(max_length=80)
    sesso = models.CharField(max_length=1, choices=Sesso, blank=True)
    data_nascita = models.DateField("data di nascita", null=True, blank=True)
    luogo_nascita = models.CharField("luogo di nascita", max_length=120, blank=True)
    provincia_nascita = models.CharField(
        "provincia di nascita", max_length=2, blank=True, help_text="EE per chi è nato all’estero."
    )
    codice_fiscale = models.CharField(max_length=16, null=True, blank=True)
    email = models.EmailField("e-mail", blank=True)
    identita_da_accertare = models.BooleanField(
        "identità da accertare",
        default=False,
        db_default=False,
        help_text="Si è registrata da fuori, con il solo indirizzo e-mail: si può solo candidare.",
    )

    class Meta:
        verbose_name_plural = "persone"
        ordering = ["cognome", "nome", "id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "codice_fiscale", name="persona_codice_fiscale_unico"
            ),
            models.UniqueConstraint("istituto", "utente", name="persona_utente_unico"),
        ]

    def __str__(self) -> str:
        return f"{self.cognome} {self.nome}"

    @property
    def iniziale_e_cognome(self) -> str:
        return f"{self.nome[:1]}. {self.cognome}"

    @property
    def nome_e_cognome(self) -> str:
        return f"{self.nome} {self.cognome}"


class Invito(DiIstituto):
    """Offers a login to a person; the person accepts by the link that only the mail carries."""

    persona = models.ForeignKey(Persona, models.CASCADE, related_name="inviti")
    impronta_codice = models.CharField(max_length=64, unique=True)
    inviato_il = models.DateTimeField()
    scade_il = models.DateTimeField()
    accettato_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "inviti"

    def __str__(self) -> str:
        return f"invito {self.pk}"


class Responsabilita(DiIstituto):
    """Who answers for a student under age."""

    studente = models.ForeignKey(Persona, models.CASCADE, related_name="responsabili")
    adulto = models.ForeignKey(Persona, models.CASCADE, related_name="affidati")
    legame = models.CharField(max_length=12, choices=Legame)
    dal = models.DateField()
    al = models.DateField(null=True, blank=True)
    limite = models.CharField(
        "provvedimento che la limita", max_length=200, blank=True,
        help_text="Chi è limitato da un giudice non firma e non riceve comunicazioni.",
    )  # fmt: skip

    class Meta:
        verbose_name_plural = "responsabilità"
        constraints = [
            models.UniqueConstraint("istituto", "studente", "adulto", name="responsabilita_unica"),
            models.CheckConstraint(
                condition=~Q(studente=F("adulto")), name="responsabilita_di_altri"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_legame_display()} {self.adulto_id}"
