"""The personal dossier: what somebody can show, what was ascertained, what was certified."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.models import Delibera
from patto_formativo.enums import EsitoProva, Natura, TipoEvidenza, TipoProva
from patto_formativo.models.corsisti import Corsista


class Dossier(DiIstituto):
    """The evidence of a person in its order; without a request nothing is recognised.

    ``versione`` grows at every change, so that two who edit do not overwrite each other.
    """

    corsista = models.OneToOneField(Corsista, models.PROTECT, related_name="dossier")
    richiesto_il = models.DateField("riconoscimento chiesto il", null=True, blank=True)
    chiuso_il = models.DateTimeField("identificazione conclusa il", null=True, blank=True)
    valutato_il = models.DateTimeField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "dossier personali"
        constraints = [
            models.CheckConstraint(
                condition=Q(valutato_il__isnull=True) | Q(chiuso_il__isnull=False),
                name="dossier_valutato_dopo_chiuso",
            )
        ]

    def __str__(self) -> str:
        return f"dossier {self.pk}"


class Evidenza(DiIstituto):
    """A piece of evidence: what it is, the hours it asks, how it was ascertained.

    ``richieste`` maps a competence to hours written as a decimal; an activity has ``ore_attivita``
    and one ``competenza`` instead. What the person brings has no ``tipo`` until the tutor says what
    it is.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="evidenze")
    ordine = models.PositiveSmallIntegerField()
    tipo = models.CharField(max_length=40, choices=scelte(TipoEvidenza), blank=True)
    natura = models.CharField(max_length=12, choices=scelte(Natura), blank=True)
    titolo = models.CharField(max_length=200)
    ente = models.CharField("chi lo rilascia", max_length=160, blank=True)
    rilasciata_il = models.DateField(null=True, blank=True)
    richieste = models.JSONField(default=dict)
    ore_attivita = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    competenza = models.CharField(max_length=20, blank=True)
    file = models.FileField(upload_to="dossier/", max_length=200, blank=True)
    nome_file = models.CharField(max_length=160, blank=True)
    tipo_contenuto = models.CharField(max_length=80, blank=True)
    impronta = models.CharField("SHA-256", max_length=64, blank=True)
    byte = models.PositiveIntegerField(null=True, blank=True)
    inserita_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    inserita_il = models.DateTimeField()
    prova = models.CharField(
        "come si è accertata", max_length=14, choices=scelte(TipoProva), blank=True
    )
    esito = models.CharField(max_length=10, choices=scelte(EsitoProva), blank=True)
    osservazioni = models.CharField(max_length=400, blank=True)
    valutata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    valutata_il = models.DateTimeField(null=True, blank=True)
    tolta_il = models.DateTimeField(null=True, blank=True)
    chiave = models.CharField("chiave del modulo", max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "evidenze"
        ordering = ["dossier", "ordine", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "dossier", "chiave"],
                condition=~Q(chiave="") & Q(tolta_il__isnull=True),
                name="evidenza_una_per_modulo",
            ),
            models.CheckConstraint(
                condition=Q(file="") | ~Q(impronta=""), name="evidenza_file_ha_impronta"
            ),
            models.CheckConstraint(
                condition=Q(valutata_il__isnull=True)
                | ~Q(esito="") & ~Q(prova="") & Q(valutata_da__isnull=False),
                name="evidenza_valutata_con_esito",
            ),
            models.CheckConstraint(
                condition=Q(ore_attivita__isnull=True) | Q(ore_attivita__gte=0),
                name="evidenza_ore_attivita",
            ),
        ]

    def __str__(self) -> str:
        return f"evidenza {self.pk}"


class Certificato(DiIstituto):
    """The certificate of recognition: the outcome as the section attested it, and its paper.

    ``crediti`` maps a competence to the hours recognised; ``dettaglio`` holds evidence by evidence
    what counted and which cap cut it, as it was on that day: precedents are looked up here.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="certificati")
    crediti = models.JSONField()
    ore = models.DecimalField(max_digits=6, decimal_places=2)
    dettaglio = models.JSONField(default=list)
    delibera = models.ForeignKey(Delibera, models.PROTECT, null=True, blank=True, related_name="+")
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    rilasciato_il = models.DateTimeField()
    rilasciato_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    sostituito_da = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="sostituisce"
    )

    class Meta:
        verbose_name_plural = "certificati di riconoscimento dei crediti"
        ordering = ["-rilasciato_il", "-id"]

    def __str__(self) -> str:
        return f"certificato {self.pk}"
