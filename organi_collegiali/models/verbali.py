"""Minutes: from the draft to the page of the register and to the albo."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.enums import EsitoRilievo, StatoVerbale
from organi_collegiali.models.punti import Punto
from organi_collegiali.models.sedute import Seduta


class Verbale(DiIstituto):
    """The minutes of one sitting.

    What was recorded at the sitting stays where it was recorded; here are the words that open
    and close it and its way to the register. ``pagina_da`` and ``pagina_a`` are the pages that
    it takes in the register of the organ.
    """

    seduta = models.OneToOneField(Seduta, models.PROTECT, related_name="verbale")
    stato = models.CharField(
        max_length=10, choices=scelte(StatoVerbale), default=StatoVerbale.BOZZA.value
    )
    apertura = models.TextField("come comincia", blank=True)
    chiusura = models.TextField("come finisce", blank=True)
    in_lettura_dal = models.DateTimeField(null=True, blank=True)
    rilievi_entro = models.DateTimeField(null=True, blank=True)
    approvato_il = models.DateTimeField(null=True, blank=True)
    approvato_nel = models.ForeignKey(
        Punto, models.PROTECT, null=True, blank=True, related_name="+"
    )
    firma_presidente = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    firma_presidente_il = models.DateTimeField(null=True, blank=True)
    firma_segretario = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    firma_segretario_il = models.DateTimeField(null=True, blank=True)
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    integrale = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    con_omissis = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicazione = models.ForeignKey(
        Pubblicazione, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicare_entro = models.DateField(null=True, blank=True)
    pagina_da = models.PositiveIntegerField(null=True, blank=True)
    pagina_a = models.PositiveIntegerField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "verbali"
        constraints = [
            models.CheckConstraint(
                condition=Q(stato__in=[StatoVerbale.BOZZA.value, StatoVerbale.IN_LETTURA.value])
                | Q(approvato_il__isnull=False),
                name="verbale_approvato_il",
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=[StatoVerbale.FIRMATO.value, StatoVerbale.PUBBLICATO.value])
                | Q(firma_presidente_il__isnull=False, firma_segretario_il__isnull=False),
                name="verbale_due_firme",
            ),
            models.CheckConstraint(
                condition=Q(pagina_da__isnull=True, pagina_a__isnull=True)
                | Q(pagina_da__gte=1, pagina_a__gte=F("pagina_da")),
                name="verbale_pagine",
            ),
        ]

    def __str__(self) -> str:
        return f"verbale {self.pk}"


class Rilievo(DiIstituto):
    """A written remark of a member on the draft of the minutes."""

    verbale = models.ForeignKey(Verbale, models.PROTECT, related_name="rilievi")
    punto = models.ForeignKey(Punto, models.PROTECT, null=True, blank=True, related_name="+")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    testo = models.TextField()
    presentato_il = models.DateTimeField()
    esito = models.CharField(max_length=10, choices=scelte(EsitoRilievo), blank=True)
    risposta = models.TextField(blank=True)
    deciso_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "rilievi"
        ordering = ["presentato_il", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(esito="") | Q(deciso_il__isnull=False), name="rilievo_deciso_il"
            )
        ]

    def __str__(self) -> str:
        return f"rilievo {self.pk}"


class AllegatoVerbale(DiIstituto):
    """An attachment that is part of the minutes: a text (Markdown, tables) or a file on file."""

    verbale = models.ForeignKey(Verbale, models.PROTECT, related_name="allegati")
    numero = models.PositiveSmallIntegerField()
    titolo = models.CharField(max_length=200)
    testo = models.TextField(blank=True)
    punto = models.ForeignKey(Punto, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "allegati ai verbali"
        ordering = ["verbale", "numero"]
        constraints = [
            models.UniqueConstraint("istituto", "verbale", "numero", name="allegato_verbale_numero")
        ]

    def __str__(self) -> str:
        return f"allegato n. {self.numero}"
