"""The criteria of the Comitato, or of the bargaining: versioned, frozen once adopted."""

from django.db import models
from django.db.models import Q

from bonus_merito.enums import Area, Categoria, StatoCriteri
from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona
from organi_collegiali.models import Delibera

BOZZA = StatoCriteri.BOZZA.value


class Criteri(DiIstituto):
    """One version of the criteria: what is looked at, and the words of the levels of Tabella A.

    Adopted on a deliberation of the portal (``delibera``), with the decree of who directs beside
    it or without, or on an act of before (``atto``, its words); ``adottati_il`` is of the last.
    ``livelli`` maps 1, 2 and 3 to their description; ``individuazione`` lists how the activities
    are found, ``precondizioni`` what one must have. ``articoli`` are those of the regulation, each
    a mapping with ``numero``, ``titolo`` and ``testo``.
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    categoria = models.CharField(
        max_length=8, choices=scelte(Categoria), default=Categoria.DOCENTI.value
    )
    stato = models.CharField(max_length=10, choices=scelte(StatoCriteri), default=BOZZA)
    titolo = models.CharField(max_length=200)
    individuazione = models.JSONField(default=list)
    precondizioni = models.JSONField(default=list)
    diffusione = models.TextField("modalità di diffusione degli esiti", blank=True)
    premessa = models.TextField(blank=True)
    principi = models.TextField("principi ispiratori", blank=True)
    articoli = models.JSONField("articoli del regolamento", default=list)
    livelli = models.JSONField(default=dict)
    delibera = models.ForeignKey(Delibera, models.PROTECT, null=True, blank=True, related_name="+")
    atto = models.CharField("atto di adozione", max_length=200, blank=True)
    adottati_il = models.DateField(null=True, blank=True)
    adottati_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicazione = models.ForeignKey(
        Pubblicazione, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sostituisce = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="sostituiti_da"
    )
    modificati_il = models.DateTimeField()
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "criteri"
        ordering = ["-anno_scolastico__inizio", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stato=BOZZA)
                | Q(adottati_il__isnull=False) & (Q(delibera__isnull=False) | ~Q(atto="")),
                name="criteri_adottati_da_un_atto",
            ),
            models.UniqueConstraint(
                fields=["istituto", "anno_scolastico", "categoria"],
                condition=Q(stato=StatoCriteri.ADOTTATI.value),
                name="criteri_in_vigore_unici",
            ),
        ]

    def __str__(self) -> str:
        return f"criteri {self.pk}"


class AreaDeiCriteri(DiIstituto):
    """An area in its words; ``descrittori`` and ``incarichi`` are lists of texts."""

    criteri = models.ForeignKey(Criteri, models.CASCADE, related_name="aree")
    area = models.CharField(max_length=1, choices=scelte(Area))
    testo = models.CharField(max_length=600)
    descrittori = models.JSONField(default=list)
    incarichi = models.JSONField("esempi di incarichi", default=list)

    class Meta:
        verbose_name_plural = "aree dei criteri"
        ordering = ["criteri", "area"]
        constraints = [
            models.UniqueConstraint("istituto", "criteri", "area", name="area_unica_nei_criteri")
        ]

    def __str__(self) -> str:
        return self.area


class Criterio(DiIstituto):
    """A criterion under a heading of its area: ``codice`` is A1, ``titolo`` what A1 is."""

    area = models.ForeignKey(AreaDeiCriteri, models.CASCADE, related_name="criteri_dell_area")
    codice = models.CharField(max_length=3)
    titolo = models.CharField(max_length=200)
    ordine = models.PositiveSmallIntegerField()
    testo = models.CharField(max_length=600)

    class Meta:
        verbose_name_plural = "criteri dell’area"
        ordering = ["area", "ordine"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "area", "ordine"],
                name="criterio_ordine_unico",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.codice}.{self.ordine}"


class Indicatore(DiIstituto):
    """What shows a criterion, from which threshold, with which tools it is seen."""

    criterio = models.ForeignKey(Criterio, models.CASCADE, related_name="indicatori")
    ordine = models.PositiveSmallIntegerField()
    testo = models.CharField(max_length=600)
    soglia = models.CharField("valore di soglia", max_length=200, blank=True)
    strumenti = models.CharField("strumenti di rilevazione", max_length=600, blank=True)

    class Meta:
        verbose_name_plural = "indicatori"
        ordering = ["criterio", "ordine"]

    def __str__(self) -> str:
        return f"indicatore {self.pk}"
