"""What a notice says beside the agenda: who is invited to which items, the papers of new items."""

from django.db import models

from cpia.scuola.models import DiIstituto
from organi_collegiali.models.punti import C_E_O_ATTESA, Carta, Punto
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


class AllegatoAggiunto(Carta):
    """A file of an item that an integration adds: it goes on file when the integration leaves."""

    punto = models.ForeignKey(PuntoAggiunto, models.CASCADE, related_name="allegati")

    class Meta:
        verbose_name_plural = "allegati da aggiungere"
        ordering = ["punto", "id"]
        constraints = [
            models.CheckConstraint(
                condition=C_E_O_ATTESA,
                name="allegato_aggiunto_c_e_o_atteso",
            )
        ]

    def __str__(self) -> str:
        return f"allegato da aggiungere {self.pk}"
