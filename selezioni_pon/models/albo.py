"""The register of experts: who asked to be in it, who is, for which activities, until when."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import StatoIscrizione

DENTRO = (StatoIscrizione.ISCRITTA.value, StatoIscrizione.CANCELLATA.value)
MOTIVATE = (StatoIscrizione.RIFIUTATA.value, StatoIscrizione.CANCELLATA.value)


class IscrizioneEsperto(DiIstituto):
    """A request of an expert and what became of it; a renewal is another row.

    ``settori`` are the activities, as the expert calls them; ``dipendente_di`` and ``cooperativa``
    are empty for who works alone. ``registrata_da`` is who wrote at the desk a request on paper.
    ``anni`` and ``anni_fonte`` are the rule of the day on which it was entered, ``scade`` its
    last day.
    """

    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    settori = models.JSONField(default=list)
    competenza = models.TextField("specializzazione o esperienza")
    dipendente_di = models.CharField("dipendente pubblico di", max_length=200, blank=True)
    docente_di_altra_scuola = models.BooleanField("insegna in un’altra scuola", default=False)
    cooperativa = models.CharField(max_length=200, blank=True)
    stato = models.CharField(max_length=12, choices=scelte(StatoIscrizione))
    chiesta_il = models.DateTimeField()
    registrata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    requisiti_verificati = models.BooleanField(default=False)
    documenti_cooperativa = models.BooleanField("documenti della cooperativa", default=False)
    preavviso_il = models.DateField("motivi comunicati il", null=True, blank=True)
    motivo = models.CharField("perché", max_length=600, blank=True)
    decisa_il = models.DateTimeField(null=True, blank=True)
    decisa_da = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    iscritta_dal = models.DateField("nell’albo dal", null=True, blank=True)
    scade = models.DateField("fino al", null=True, blank=True)
    anni = models.PositiveSmallIntegerField("anni scolastici", null=True, blank=True)
    anni_fonte = models.CharField(max_length=300, blank=True)
    cancellata_il = models.DateField("cancellata il", null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "iscrizione all’albo degli esperti"
        verbose_name_plural = "iscrizioni all’albo degli esperti"
        ordering = ["-chiesta_il", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "persona"],
                condition=Q(stato=StatoIscrizione.CHIESTA.value),
                name="iscrizione_esperto_una_aperta",
            ),
            models.CheckConstraint(
                condition=~Q(competenza="") & ~Q(settori=[]), name="iscrizione_esperto_scritta"
            ),
            models.CheckConstraint(
                condition=Q(stato__in=DENTRO, scade__gte=F("iscritta_dal"), anni__gte=1,
                            decisa_il__isnull=False, requisiti_verificati=True)
                | ~Q(stato__in=DENTRO)
                & Q(iscritta_dal__isnull=True, scade__isnull=True, anni__isnull=True),
                name="iscrizione_esperto_durata",
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=MOTIVATE) | ~Q(motivo=""),
                name="iscrizione_esperto_motivata",
            ),
            models.CheckConstraint(
                condition=Q(stato=StatoIscrizione.CANCELLATA.value, cancellata_il__isnull=False)
                | ~Q(stato=StatoIscrizione.CANCELLATA.value) & Q(cancellata_il__isnull=True),
                name="iscrizione_esperto_cancellata",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"iscrizione {self.pk}"
