"""What leaves the office: numbers, documents, and the register of who did what."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, TruncDate

from cpia.atti.enums import CategoriaAlbo, RegistroNumeri, VersioneFile, Verso
from cpia.scuola.models import DiIstituto, Persona, Utente


class Contatore(DiIstituto):
    """The last number given in a series of a calendar year; locked by who takes the next."""

    registro = models.CharField(max_length=16, choices=RegistroNumeri)
    anno = models.PositiveSmallIntegerField()
    ultimo = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "contatori"
        constraints = [
            models.UniqueConstraint("istituto", "registro", "anno", name="contatore_unico")
        ]

    def __str__(self) -> str:
        return f"{self.registro} {self.anno}: {self.ultimo}"


class Protocollo(DiIstituto):
    """A registration of the protocol (DPR 445/2000 art. 53): once taken it does not change."""

    anno = models.PositiveSmallIntegerField()
    numero = models.PositiveIntegerField()
    registrato_il = models.DateTimeField()
    verso = models.CharField(max_length=8, choices=Verso)
    oggetto = models.CharField(max_length=400)
    corrispondente = models.CharField("mittente o destinatari", max_length=300, blank=True)
    riservato = models.BooleanField(default=False)
    autore = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "registrazioni di protocollo"
        ordering = ["-anno", "-numero"]
        constraints = [
            models.UniqueConstraint("istituto", "anno", "numero", name="protocollo_numero_unico"),
            models.CheckConstraint(condition=Q(numero__gte=1), name="protocollo_da_uno"),
        ]

    def __str__(self) -> str:
        return f"{self.numero}/{self.anno}"


class Documento(DiIstituto):
    """A paper: its frozen words, and once printed its exact bytes.

    ``contesto`` is what the template was given; printing it again gives the same bytes.
    """

    tipo = models.CharField(max_length=40)
    titolo = models.CharField(max_length=300)
    modello = models.CharField("modello e versione", max_length=60)
    contesto = models.JSONField()
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="documenti"
    )
    codice_verifica = models.CharField(max_length=14)
    emesso_il = models.DateTimeField()
    firmato_da = models.CharField(max_length=160, blank=True)
    riservato = models.BooleanField(default=False)
    file = models.FileField(upload_to="documenti/", max_length=200, blank=True)
    impronta = models.CharField("SHA-256", max_length=64, blank=True)
    byte = models.PositiveIntegerField(null=True, blank=True)
    pagine = models.PositiveSmallIntegerField(null=True, blank=True)
    sostituito_da = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="sostituiti"
    )
    annullato_il = models.DateTimeField(null=True, blank=True)
    motivo_annullamento = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "documenti"
        ordering = ["-emesso_il", "-id"]
        constraints = [
            models.UniqueConstraint("istituto", "codice_verifica", name="documento_codice_unico"),
            models.CheckConstraint(
                condition=Q(annullato_il__isnull=True) | ~Q(motivo_annullamento=""),
                name="documento_annullato_con_motivo",
            ),
            models.CheckConstraint(
                condition=Q(file="") | ~Q(impronta=""), name="documento_file_ha_impronta"
            ),
        ]

    def __str__(self) -> str:
        return f"documento {self.pk}"


class Pubblicazione(DiIstituto):
    """An act on the albo (L. 69/2009 art. 32): a free draft, then numbered and unchangeable.

    ``oggetto_dopo`` is what takes the place of ``oggetto`` when the publication is over and the
    personal data go.
    """

    anno = models.PositiveSmallIntegerField(null=True, blank=True)
    numero = models.PositiveIntegerField("numero di repertorio", null=True, blank=True)
    registrata_il = models.DateTimeField(null=True, blank=True)
    oggetto = models.CharField(max_length=400)
    oggetto_dopo = models.CharField("oggetto senza dati personali", max_length=400, blank=True)
    con_dati_personali = models.BooleanField("contiene dati personali", default=True)
    categoria = models.CharField(max_length=20, choices=CategoriaAlbo)
    richiedente = models.CharField("ufficio o ente richiedente", max_length=160)
    responsabile = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="pubblicazioni"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="pubblicazioni"
    )
    dal = models.DateField("in pubblicazione dal")
    al = models.DateField("fino al")
    annullata_il = models.DateTimeField(null=True, blank=True)
    motivo_annullamento = models.CharField(max_length=300, blank=True)
    sostituita_da = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="sostituite"
    )
    attestazione = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ripulita_il = models.DateTimeField("dati personali tolti il", null=True, blank=True)

    class Meta:
        verbose_name_plural = "pubblicazioni all’albo"
        ordering = ["-anno", "-numero", "-id"]
        constraints = [
            models.UniqueConstraint("istituto", "anno", "numero", name="repertorio_numero_unico"),
            models.CheckConstraint(
                condition=Q(anno__isnull=True, numero__isnull=True, registrata_il__isnull=True)
                | Q(anno__isnull=False, numero__gte=1, registrata_il__isnull=False),
                name="pubblicazione_bozza_o_numerata",
            ),
            models.CheckConstraint(condition=Q(al__gte=F("dal")), name="pubblicazione_dal_al"),
            models.CheckConstraint(
                condition=Q(registrata_il__isnull=True) | Q(dal__gte=TruncDate("registrata_il")),
                name="pubblicazione_non_retrodatata",
            ),
            models.CheckConstraint(
                condition=Q(con_dati_personali=False) | ~Q(oggetto_dopo=""),
                name="pubblicazione_oggetto_dopo",
            ),
            models.CheckConstraint(
                condition=Q(annullata_il__isnull=True) | ~Q(motivo_annullamento=""),
                name="pubblicazione_annullata_con_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"repertorio {self.numero}/{self.anno}" if self.numero else f"bozza {self.pk}"


class FilePubblicazione(DiIstituto):
    """A file of a publication; its hash stays when the file has gone."""

    pubblicazione = models.ForeignKey(Pubblicazione, models.CASCADE, related_name="file")
    versione = models.CharField(max_length=12, choices=VersioneFile)
    pubblico = models.BooleanField(default=False)
    titolo = models.CharField(max_length=160)
    file = models.FileField(upload_to="albo/", max_length=200, blank=True)
    tipo_contenuto = models.CharField(max_length=80)
    impronta = models.CharField("SHA-256", max_length=64)
    byte = models.PositiveIntegerField()
    rimosso_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "file delle pubblicazioni"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"file {self.pk}"


class Operazione(DiIstituto):
    """A line of the register of operations: who did or read what, when, in which role.

    Append-only: the application may INSERT and SELECT. ``dati`` may be emptied when its term of
    retention is over; ``impronta_dati`` stays, so the chain of seals still holds.
    """

    compiuta_il = models.DateTimeField()
    registrata_il = models.DateTimeField(db_default=Now(), editable=False)
    utente = models.ForeignKey(Utente, models.PROTECT, null=True, related_name="+")
    persona = models.ForeignKey(Persona, models.PROTECT, null=True, related_name="+")
    ruolo = models.CharField("ruoli di quel giorno", max_length=300, blank=True)
    azione = models.CharField(max_length=60)
    oggetto_tipo = models.CharField(max_length=40)
    oggetto_id = models.BigIntegerField()
    dati = models.JSONField(null=True)
    impronta_dati = models.CharField(max_length=64)

    class Meta:
        verbose_name = "riga del registro operazioni"
        verbose_name_plural = "registro operazioni"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["istituto", "oggetto_tipo", "oggetto_id", "-id"],
                name="operazione_per_oggetto",
            )
        ]

    def __str__(self) -> str:
        return f"{self.azione} {self.oggetto_tipo} {self.oggetto_id}"


class Sigillo(DiIstituto):
    """The link that ties one line of the register to the one sealed before it."""

    operazione = models.OneToOneField(Operazione, models.PROTECT, related_name="sigillo")
    precedente = models.CharField(max_length=64)
    impronta = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "sigilli"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("istituto", "precedente", name="sigillo_catena_unica")
        ]

    def __str__(self) -> str:
        return f"sigillo {self.pk}"
