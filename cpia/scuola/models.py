"""The ground: institutes, persons, roles, classes.

Each school is its own controller of the data: every row but ``Istituto`` and ``Utente`` carries
the institute it belongs to, and PostgreSQL keeps the others away from it.
"""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from cpia.scuola.enums import (
    Esito,
    Legame,
    ModoDocenti,
    Ordinamento,
    Ruolo,
    Sesso,
    TipoGruppo,
    TipoIstituto,
)


class Istituto(models.Model):
    """A school with legal personality."""

    slug = models.SlugField("indirizzo nel portale", unique=True)
    tipo = models.CharField(max_length=20, choices=TipoIstituto)
    denominazione = models.CharField(max_length=200)
    denominazione_breve = models.CharField(max_length=80)
    codice_meccanografico = models.CharField(max_length=10, unique=True, null=True, blank=True)
    codice_fiscale = models.CharField(max_length=11, unique=True)
    indirizzo = models.CharField(max_length=200, blank=True)
    cap = models.CharField("CAP", max_length=5, blank=True)
    comune = models.CharField(max_length=80)
    provincia = models.CharField(max_length=2)
    telefono = models.CharField(max_length=80, blank=True)
    email = models.EmailField("e-mail", blank=True)
    pec = models.EmailField("PEC", blank=True)
    sito = models.URLField(blank=True)

    class Meta:
        verbose_name_plural = "istituti"
        ordering = ["denominazione"]

    def __str__(self) -> str:
        return self.denominazione_breve


class DiIstituto(models.Model):
    """A row that belongs to one institute."""

    istituto = models.ForeignKey(Istituto, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


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


class Sede(DiIstituto):
    nome = models.CharField(max_length=120)
    codice_meccanografico = models.CharField(max_length=10, blank=True)
    indirizzo = models.CharField(max_length=200, blank=True)
    comune = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "sedi"
        ordering = ["nome"]
        constraints = [models.UniqueConstraint("istituto", "nome", name="sede_nome_unico")]

    def __str__(self) -> str:
        return self.nome


class AnnoScolastico(DiIstituto):
    """From 1 September to 31 August (D.Lgs. 297/1994 art. 74 c. 1)."""

    inizio = models.PositiveSmallIntegerField(
        "anno di inizio", validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )

    class Meta:
        verbose_name_plural = "anni scolastici"
        ordering = ["-inizio"]
        constraints = [models.UniqueConstraint("istituto", "inizio", name="anno_unico")]

    def __str__(self) -> str:
        return f"{self.inizio}/{(self.inizio + 1) % 100:02d}"


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


class Corso(DiIstituto):
    """A course of study as the institute offers it (ITCG AFM, Liceo scientifico…)."""

    nome = models.CharField(max_length=160)
    sigla = models.CharField(max_length=12)
    ordinamento = models.CharField(max_length=16, choices=Ordinamento)

    class Meta:
        verbose_name_plural = "corsi di studio"
        ordering = ["ordinamento", "nome"]
        constraints = [models.UniqueConstraint("istituto", "sigla", name="corso_sigla_unica")]

    def __str__(self) -> str:
        return self.nome


class Classe(DiIstituto):
    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="classi")
    sede = models.ForeignKey(Sede, models.PROTECT, related_name="classi")
    corso = models.ForeignKey(Corso, models.PROTECT, related_name="classi")
    anno_di_corso = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    sezione = models.CharField(max_length=4)

    class Meta:
        verbose_name_plural = "classi"
        ordering = ["anno_di_corso", "corso__sigla", "sezione"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "anno_scolastico", "corso", "anno_di_corso", "sezione",
                name="classe_unica",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        """As teachers say it: «2ªB AFM». Needs ``corso`` loaded."""
        return f"{self.anno_di_corso}ª{self.sezione} {self.corso.sigla}"


class Iscrizione(DiIstituto):
    """A student in a class, from a day to a day."""

    persona = models.ForeignKey(Persona, models.PROTECT, related_name="iscrizioni")
    classe = models.ForeignKey(Classe, models.PROTECT, related_name="iscrizioni")
    dal = models.DateField()
    al = models.DateField("fino al", null=True, blank=True)

    class Meta:
        verbose_name_plural = "iscrizioni"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "classe", "persona", name="iscrizione_unica"),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="iscrizione_dal_al"
            ),
        ]

    def __str__(self) -> str:
        return f"iscrizione {self.pk}"


class Passaggio(DiIstituto):
    """From one school year to the next: what was asked to be copied, when it was last done."""

    anno_scolastico = models.OneToOneField(AnnoScolastico, models.PROTECT, related_name="passaggio")
    docenti = models.CharField(
        "i docenti", max_length=8, choices=ModoDocenti, default=ModoDocenti.SEGUE
    )
    scelte = models.JSONField(
        default=list, help_text="Le chiavi di ciò che si copia: «cattedra-12», «gruppo-5»…"
    )
    compiuto_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "passaggi d’anno"

    def __str__(self) -> str:
        return f"passaggio {self.pk}"


class EsitoAnno(DiIstituto):
    """What becomes of a student at the end of the year: decided first, done by the passage.

    An empty ``esito`` is a decision taken back: the student is to be decided again.
    """

    iscrizione = models.OneToOneField(Iscrizione, models.PROTECT, related_name="esito")
    esito = models.CharField(max_length=12, choices=Esito, blank=True)
    classe_di_arrivo = models.ForeignKey(
        Classe, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ultimo_giorno = models.DateField("ultimo giorno di chi lascia", null=True, blank=True)
    passato_il = models.DateTimeField("passaggio compiuto il", null=True, blank=True)

    class Meta:
        verbose_name_plural = "esiti dell’anno"
        constraints = [
            models.CheckConstraint(
                condition=Q(ultimo_giorno__isnull=True) | Q(esito=Esito.LASCIA),
                name="esito_anno_ultimo_giorno_di_chi_lascia",
            ),
            models.CheckConstraint(
                condition=~Q(esito="") | Q(passato_il__isnull=True),
                name="esito_anno_passa_chi_e_deciso",
            ),
        ]

    def __str__(self) -> str:
        return f"esito {self.pk}"


class Gruppo(DiIstituto):
    """The students of a class who follow something that the others do not."""

    classe = models.ForeignKey(Classe, models.PROTECT, related_name="gruppi")
    tipo = models.CharField(max_length=12, choices=TipoGruppo)
    nome = models.CharField(max_length=80)

    class Meta:
        verbose_name_plural = "gruppi"
        ordering = ["nome"]
        constraints = [
            models.UniqueConstraint("istituto", "classe", "nome", name="gruppo_nome_unico")
        ]

    def __str__(self) -> str:
        return self.nome


class Appartenenza(DiIstituto):
    gruppo = models.ForeignKey(Gruppo, models.CASCADE, related_name="appartenenze")
    iscrizione = models.ForeignKey(Iscrizione, models.CASCADE, related_name="appartenenze")

    class Meta:
        verbose_name_plural = "appartenenze"
        constraints = [
            models.UniqueConstraint("istituto", "gruppo", "iscrizione", name="appartenenza_unica")
        ]

    def __str__(self) -> str:
        return f"appartenenza {self.pk}"


class Disciplina(DiIstituto):
    nome = models.CharField(max_length=120)
    lingua = models.CharField(
        max_length=40, blank=True, help_text="La lingua straniera che si studia, se è una lingua."
    )

    class Meta:
        verbose_name_plural = "discipline"
        ordering = ["nome"]
        constraints = [models.UniqueConstraint("istituto", "nome", name="disciplina_nome_unico")]

    def __str__(self) -> str:
        return self.nome


class Cattedra(DiIstituto):
    """A subject in a class; who teaches it is said by the incarichi."""

    classe = models.ForeignKey(Classe, models.PROTECT, related_name="cattedre")
    disciplina = models.ForeignKey(Disciplina, models.PROTECT, related_name="cattedre")
    gruppo = models.ForeignKey(
        Gruppo, models.PROTECT, null=True, blank=True, related_name="cattedre"
    )

    class Meta:
        verbose_name_plural = "cattedre"
        ordering = ["disciplina__nome", "id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "classe", "disciplina", "gruppo",
                name="cattedra_unica", nulls_distinct=False,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"cattedra {self.pk}"


class Incarico(DiIstituto):
    """Who holds which role, where, from when to when, by which act.

    What a person may do today follows from the incarichi in force today and from nothing else.
    """

    persona = models.ForeignKey(Persona, models.PROTECT, related_name="incarichi")
    ruolo = models.CharField(max_length=24, choices=Ruolo)
    sede = models.ForeignKey(Sede, models.PROTECT, null=True, blank=True, related_name="+")
    classe = models.ForeignKey(
        Classe, models.PROTECT, null=True, blank=True, related_name="incarichi"
    )
    cattedra = models.ForeignKey(
        Cattedra, models.PROTECT, null=True, blank=True, related_name="incarichi"
    )
    sostituisce = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="sostituzioni"
    )
    dal = models.DateField()
    al = models.DateField("fino al", null=True, blank=True)
    atto = models.CharField("atto di conferimento", max_length=200, blank=True)
    revocato_il = models.DateTimeField(null=True, blank=True)
    copiato_da = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="copia"
    )

    class Meta:
        verbose_name_plural = "incarichi"
        ordering = ["ruolo", "dal", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="incarico_dal_al"
            ),
            models.CheckConstraint(
                condition=~Q(ruolo=Ruolo.DOCENTE) | Q(cattedra__isnull=False),
                name="incarico_docente_ha_cattedra",
            ),
            models.CheckConstraint(
                condition=~Q(ruolo=Ruolo.COORDINATORE) | Q(classe__isnull=False),
                name="incarico_coordinatore_ha_classe",
            ),
        ]
        indexes = [models.Index(fields=["persona", "ruolo"], name="incarico_persona_ruolo")]

    def __str__(self) -> str:
        return f"{self.get_ruolo_display()} dal {self.dal}"


class Importazione(DiIstituto):
    """One file brought in: what it was, what it did, and how to take it back."""

    tipo = models.CharField(max_length=20)
    nome_file = models.CharField(max_length=200)
    impronta = models.CharField(max_length=64)
    righe = models.JSONField(default=list)
    mappa = models.JSONField(default=dict)
    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    autore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    caricata_il = models.DateTimeField()
    eseguita_il = models.DateTimeField(null=True, blank=True)
    annullata_il = models.DateTimeField(null=True, blank=True)
    effetti = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "importazioni"
        ordering = ["-caricata_il"]

    def __str__(self) -> str:
        return f"importazione {self.pk}"
