"""The items of an agenda, what is on file for them, what is said and found about them."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.enums import EsitoPunto, NaturaPunto, OriginePunto
from organi_collegiali.models.sedute import Convocato, Seduta


class Punto(DiIstituto):
    """An item of the agenda, from its title to its outcome.

    On persons it is dealt with behind closed doors and voted in secret (D.Lgs. 297/1994 art. 37
    c. 4): ``titolo_pubblico`` is what the others read. ``versione`` protects the notes that two
    people write at once.
    """

    seduta = models.ForeignKey(Seduta, models.PROTECT, related_name="punti")
    ordine = models.PositiveSmallIntegerField()
    titolo = models.CharField(max_length=600)
    natura = models.CharField(max_length=12, choices=scelte(NaturaPunto))
    origine = models.CharField(
        max_length=14, choices=scelte(OriginePunto), default=OriginePunto.CONVOCAZIONE.value
    )
    su_persone = models.BooleanField("riguarda persone", default=False)
    titolo_pubblico = models.CharField("titolo senza nomi", max_length=300, blank=True)
    riservato = models.BooleanField(default=False)
    premesse = models.JSONField("premesse proposte", default=list)
    testo_proposto = models.TextField("che cosa si propone di deliberare", blank=True)
    esecutiva = models.BooleanField("da dichiarare immediatamente esecutiva", default=False)
    verbale_di = models.ForeignKey(
        Seduta, models.PROTECT, null=True, blank=True, related_name="approvato_nei_punti"
    )
    discussione = models.TextField(blank=True)
    esito = models.CharField(max_length=14, choices=scelte(EsitoPunto), blank=True)
    motivo_esito = models.CharField(max_length=300, blank=True)
    iniziato_il = models.DateTimeField(null=True, blank=True)
    concluso_il = models.DateTimeField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)
    # Not kept: whether it was loaded for somebody who may not read its words.
    coperto: bool = False

    class Meta:
        verbose_name_plural = "punti all’ordine del giorno"
        ordering = ["seduta", "ordine", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "seduta", "ordine"],
                name="punto_ordine_unico",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(su_persone=False) | ~Q(titolo_pubblico=""),
                name="punto_su_persone_ha_titolo_pubblico",
            ),
            models.CheckConstraint(
                condition=Q(natura=NaturaPunto.VERBALE.value) | Q(verbale_di__isnull=True),
                name="punto_verbale_di",
            ),
            models.CheckConstraint(
                condition=~Q(esito=EsitoPunto.DELIBERATO.value)
                | ~Q(natura__in=[NaturaPunto.VARIE.value, NaturaPunto.SENZA_VOTO.value]),
                name="punto_senza_voto_non_delibera",
            ),
            models.CheckConstraint(
                condition=Q(concluso_il__isnull=True) | Q(concluso_il__gte=F("iniziato_il")),
                name="punto_concluso_dopo",
            ),
        ]

    def __str__(self) -> str:
        return f"punto {self.ordine}"


class Carta(DiIstituto):
    """A file laid beside an item, an earlier paper, or only the title of what is awaited."""

    titolo = models.CharField(max_length=160)
    file = models.FileField(upload_to="organi/", max_length=200, blank=True)
    tipo_contenuto = models.CharField(max_length=80, blank=True)
    impronta = models.CharField("SHA-256", max_length=64, blank=True)
    byte = models.PositiveIntegerField(null=True, blank=True)
    pagine = models.PositiveSmallIntegerField(null=True, blank=True)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    riservato = models.BooleanField(default=False)
    depositato_il = models.DateTimeField(null=True, blank=True)
    atteso_entro = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


# On file there is something: bytes or an earlier paper; what is awaited has neither.
C_E_O_ATTESA = Q(depositato_il__isnull=True) | ~Q(impronta="") | Q(documento__isnull=False)


class Allegato(Carta):
    """A file of an item, or one that is still awaited (no ``file`` and ``atteso_entro``)."""

    punto = models.ForeignKey(Punto, models.CASCADE, related_name="allegati")
    # Not kept, as that of its item.
    coperto: bool = False

    class Meta:
        verbose_name_plural = "allegati"
        ordering = ["punto", "id"]
        constraints = [
            models.CheckConstraint(
                condition=C_E_O_ATTESA,
                name="allegato_depositato_o_atteso",
            )
        ]

    def __str__(self) -> str:
        return f"allegato {self.pk}"


class Dichiarazione(DiIstituto):
    """A statement to the letter, as a member dictates it (`001` art. 9, `004` art. 12)."""

    punto = models.ForeignKey(Punto, models.PROTECT, related_name="dichiarazioni")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    testo = models.TextField()
    resa_il = models.DateTimeField()
    scritta_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "dichiarazioni a verbale"
        ordering = ["resa_il", "id"]

    def __str__(self) -> str:
        return f"dichiarazione {self.pk}"


class Intervento(DiIstituto):
    """A member asks for the word; the president gives it."""

    punto = models.ForeignKey(Punto, models.CASCADE, related_name="interventi")
    convocato = models.ForeignKey(Convocato, models.CASCADE, related_name="+")
    chiesto_il = models.DateTimeField()
    dato_il = models.DateTimeField(null=True, blank=True)
    ritirato_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "interventi"
        ordering = ["chiesto_il", "id"]

    def __str__(self) -> str:
        return f"intervento {self.pk}"


class Interesse(DiIstituto):
    """A member who has an interest in an item: leaves, does not count, does not vote on it."""

    punto = models.ForeignKey(Punto, models.CASCADE, related_name="interessi")
    convocato = models.ForeignKey(Convocato, models.PROTECT, related_name="interessi")
    motivo = models.CharField(max_length=200, blank=True)
    dichiarato_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "interessi dichiarati"
        constraints = [
            models.UniqueConstraint("istituto", "punto", "convocato", name="interesse_unico")
        ]

    def __str__(self) -> str:
        return f"interesse {self.pk}"


class Anomalia(DiIstituto):
    """What a sitting or its paper has against a rule or against itself, with both sources."""

    seduta = models.ForeignKey(Seduta, models.PROTECT, related_name="anomalie")
    punto = models.ForeignKey(Punto, models.PROTECT, null=True, blank=True, related_name="anomalie")
    codice = models.SlugField(max_length=60)
    testo = models.TextField()
    fonte = models.CharField(max_length=300)
    altra_fonte = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "anomalie"
        ordering = ["seduta", "punto__ordine", "id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "seduta", "punto", "codice",
                name="anomalia_unica", nulls_distinct=False,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.codice
