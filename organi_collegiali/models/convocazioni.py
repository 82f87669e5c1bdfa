"""What a notice says beside the agenda: who is invited to which items, the papers of new items."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento
from cpia.scuola.models import DiIstituto
from organi_collegiali.models.punti import Punto
from organi_collegiali.models.sedute import Convocato, PuntoAggiunto


class InvitoAlPunto(DiIstituto):
    """Somebody invited without a vote to one item; who has none is invited to all of them."""

    convocato = models.ForeignKey(Convocato, models.CASCADE, related_name="inviti_ai_punti")
    punto = models.ForeignKey(Punto, models.CASCADE, related_name="inviti")

    class Meta:
        verbose_name_plural = "inviti ai singoli punti"
        ordering = ["convocato", "punto__ordine", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "convocato", "punto", name="invito_al_punto_unico")
        ]

    def __str__(self) -> str:
        return f"invito al punto {self.pk}"


class AllegatoAggiunto(DiIstituto):
    """A file of an item that an integration adds: it goes on file when the integration leaves."""

    punto = models.ForeignKey(PuntoAggiunto, models.CASCADE, related_name="allegati")
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
        verbose_name_plural = "allegati da aggiungere"
        ordering = ["punto", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(depositato_il__isnull=True)
                | ~Q(impronta="")
                | Q(documento__isnull=False),
                name="allegato_aggiunto_c_e_o_atteso",
            )
        ]

    def __str__(self) -> str:
        return f"allegato da aggiungere {self.pk}"
