"""What was decided: the assessment, the tie, the outcome of everybody, what was asked after."""

from django.db import models
from django.db.models import Q

from bonus_merito.enums import Esclusione, EsitoIstanza, TipoIstanza
from bonus_merito.models.procedure import Procedura
from bonus_merito.models.richieste import Richiesta
from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona


class Valutazione(DiIstituto):
    """The assessment as a whole: the additional percentage, the words of the decree.

    ``completa_il`` is when the dirigente said that this person is assessed; the percentage itself
    is always computed from the activities.
    """

    richiesta = models.OneToOneField(Richiesta, models.PROTECT, related_name="valutazione")
    aggiuntiva = models.DecimalField(
        "percentuale aggiuntiva", max_digits=5, decimal_places=2, default=0
    )
    motivo_aggiuntiva = models.CharField("perché l’aggiuntiva", max_length=1000, blank=True)
    motivazione = models.TextField(max_length=4000, blank=True)
    completa_il = models.DateTimeField(null=True, blank=True)
    valutata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "valutazioni"
        constraints = [
            models.CheckConstraint(
                condition=Q(aggiuntiva__gte=0, aggiuntiva__lte=100), name="valutazione_aggiuntiva"
            ),
            models.CheckConstraint(
                condition=Q(aggiuntiva=0) | ~Q(motivo_aggiuntiva=""),
                name="valutazione_aggiuntiva_motivata",
            ),
        ]

    def __str__(self) -> str:
        return f"valutazione {self.pk}"


class Parita(DiIstituto):
    """A tie across the cut, decided with a reason: who was level, who stays. Written once."""

    procedura = models.ForeignKey(Procedura, models.PROTECT, related_name="parita")
    pari = models.JSONField("richieste alla pari")
    scelte = models.JSONField("richieste che restano")
    motivo = models.CharField(max_length=1000)
    decisa_il = models.DateTimeField()
    decisa_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "parità decise"
        ordering = ["procedura", "decisa_il", "id"]
        constraints = [models.CheckConstraint(condition=~Q(motivo=""), name="parita_con_motivo")]

    def __str__(self) -> str:
        return f"parità {self.pk}"


class Assegnazione(DiIstituto):
    """The outcome of one person as the decree has it, with its reasons. Written once.

    ``percentuale`` is exact, as a decimal; ``motivi`` are the reasons of the judgement as they
    were told; ``lettera`` is the personal letter.
    """

    procedura = models.ForeignKey(Procedura, models.PROTECT, related_name="assegnazioni")
    richiesta = models.OneToOneField(Richiesta, models.PROTECT, related_name="assegnazione")
    ordine = models.PositiveSmallIntegerField("ordine nel decreto")
    percentuale = models.DecimalField(max_digits=12, decimal_places=8)
    fascia = models.PositiveSmallIntegerField(null=True, blank=True)
    escluso = models.CharField(max_length=14, choices=scelte(Esclusione), blank=True)
    importo = models.DecimalField("importo, euro", max_digits=10, decimal_places=2)
    motivazione = models.TextField(max_length=4000, blank=True)
    motivi = models.JSONField(default=list)
    lettera = models.ForeignKey(Documento, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "assegnazioni"
        ordering = ["procedura", "ordine"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "procedura", "ordine", name="assegnazione_ordine_unico"
            ),
            models.CheckConstraint(condition=Q(importo__gte=0), name="assegnazione_importo"),
            models.CheckConstraint(
                condition=Q(importo=0) | Q(escluso="", fascia__isnull=False),
                name="assegnazione_pagata_in_fascia",
            ),
            models.CheckConstraint(
                condition=Q(importo=0) | ~Q(motivazione=""), name="assegnazione_motivata"
            ),
        ]

    def __str__(self) -> str:
        return f"assegnazione {self.pk}"


class Istanza(DiIstituto):
    """A complaint, or a request to see the own file, with its answer.

    ``rettifica`` is the procedure in which an upheld complaint had the outcome judged again.
    """

    procedura = models.ForeignKey(Procedura, models.PROTECT, related_name="istanze")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    tipo = models.CharField(max_length=8, choices=scelte(TipoIstanza))
    testo = models.TextField(max_length=4000)
    presentata_il = models.DateTimeField()
    rispondere_entro = models.DateField()
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    esito = models.CharField(max_length=16, choices=scelte(EsitoIstanza), blank=True)
    risposta = models.TextField(max_length=4000, blank=True)
    risposta_il = models.DateTimeField(null=True, blank=True)
    risposta_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    rettifica = models.ForeignKey(
        Procedura, models.PROTECT, null=True, blank=True, related_name="reclami_accolti"
    )
    chiave = models.CharField("chiave del modulo", max_length=64)

    class Meta:
        verbose_name_plural = "istanze"
        ordering = ["-presentata_il", "-id"]
        constraints = [
            models.UniqueConstraint("istituto", "persona", "chiave", name="istanza_una_per_modulo"),
            models.CheckConstraint(
                condition=Q(esito="")
                | ~Q(risposta="") & Q(risposta_il__isnull=False, risposta_da__isnull=False),
                name="istanza_risposta_intera",
            ),
        ]

    def __str__(self) -> str:
        return f"istanza {self.pk}"
