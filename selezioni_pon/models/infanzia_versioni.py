"""The lists of enrolments as they were made, with the draws between those who were level."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import StatoPosto, TipoVersione
from selezioni_pon.models.infanzia import DomandaInfanzia, ElencoInfanzia

CON_POSIZIONE = [
    StatoPosto.AMMESSO.value, StatoPosto.IN_ATTESA.value, StatoPosto.DA_DECIDERE.value,
]  # fmt: skip


class SorteggioInfanzia(DiIstituto):
    """A draw between those born on the same day, put in the minutes. Written once.

    ``usciti`` are the ids of the applications in the order in which they came out.
    """

    elenco = models.ForeignKey(ElencoInfanzia, models.PROTECT, related_name="sorteggi")
    verbale = models.CharField(max_length=200)
    usciti = models.JSONField("domande, nell’ordine di estrazione")
    fatto_il = models.DateTimeField()
    fatto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "sorteggio dell’infanzia"
        verbose_name_plural = "sorteggi dell’infanzia"
        ordering = ["elenco", "fatto_il", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(verbale=""), name="sorteggio_infanzia_verbale"),
            models.UniqueConstraint(
                fields=["istituto", "elenco", "verbale"], name="sorteggio_infanzia_unico"
            ),
        ]

    def __str__(self) -> str:
        return f"sorteggio {self.pk}"


class VersioneInfanzia(DiIstituto):
    """The list as it was made on a day: provisional, final, moved on, or of the early children.

    ``osservazioni_entro`` is until when the families may speak of the provisional one;
    ``motivi`` what was said of the places. Only the paper comes later.
    """

    elenco = models.ForeignKey(ElencoInfanzia, models.PROTECT, related_name="versioni")
    numero = models.PositiveSmallIntegerField()
    tipo = models.CharField(max_length=12, choices=scelte(TipoVersione))
    motivo = models.CharField("perché una nuova versione", max_length=600, blank=True)
    posti = models.PositiveSmallIntegerField()
    osservazioni_entro = models.DateField(null=True, blank=True)
    motivi = models.JSONField(default=list)
    formata_il = models.DateTimeField()
    formata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "versione dell’elenco dell’infanzia"
        verbose_name_plural = "versioni degli elenchi dell’infanzia"
        ordering = ["elenco", "-numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "elenco", "numero"], name="versione_infanzia_numero"
            ),
            models.CheckConstraint(
                condition=Q(tipo=TipoVersione.PROVVISORIA.value, osservazioni_entro__isnull=False)
                | ~Q(tipo=TipoVersione.PROVVISORIA.value) & Q(osservazioni_entro__isnull=True),
                name="versione_infanzia_osservazioni",
            ),
        ]

    def __str__(self) -> str:
        return f"versione {self.pk}"


class RigaInfanzia(DiIstituto):
    """What one application had in a version, with the reasons that its family reads. Written once.

    ``posizione`` in the list and ``in_attesa`` among those who wait; who has a precedence has none.
    """

    versione = models.ForeignKey(VersioneInfanzia, models.PROTECT, related_name="righe")
    domanda = models.ForeignKey(DomandaInfanzia, models.PROTECT, related_name="righe")
    ordine = models.PositiveSmallIntegerField()
    stato = models.CharField(max_length=16, choices=scelte(StatoPosto))
    posizione = models.PositiveSmallIntegerField(null=True, blank=True)
    in_attesa = models.PositiveSmallIntegerField(null=True, blank=True)
    punti = models.DecimalField(max_digits=9, decimal_places=4)
    motivi = models.JSONField(default=list)

    class Meta:
        verbose_name = "riga dell’elenco dell’infanzia"
        verbose_name_plural = "righe degli elenchi dell’infanzia"
        ordering = ["versione", "ordine"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "versione", "domanda"], name="riga_infanzia_una_a_testa"
            ),
            models.UniqueConstraint(
                fields=["istituto", "versione", "ordine"], name="riga_infanzia_ordine"
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=CON_POSIZIONE) | Q(posizione__isnull=False),
                name="riga_infanzia_posizione",
            ),
        ]

    def __str__(self) -> str:
        return f"riga {self.pk}"
