"""Votes: by show of hands, by name, by ballot.

What a member voted in secret and who voted are two tables that nothing ties: see ``Scheda``.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    Scelta,
    StatoVotazione,
    VotoPresidente,
)
from organi_collegiali.models.punti import Punto
from organi_collegiali.models.sedute import Convocato


class Votazione(DiIstituto):
    """One vote on an item: how it is gathered, the figures, the judgement with its reasons.

    ``presenti`` and ``in_carica`` are those of the instant of the vote. ``urna`` names the box of
    a secret vote; ``chiave_pubblica`` seals its ballots.
    """

    punto = models.ForeignKey(Punto, models.PROTECT, related_name="votazioni")
    genere = models.CharField(max_length=12, choices=scelte(GenereVotazione))
    testo = models.TextField("che cosa si vota")
    forma = models.CharField(max_length=8, choices=scelte(FormaVotazione))
    modo = models.CharField(max_length=8, choices=scelte(ModoVotazione))
    segue = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="seguito",
        help_text="La votazione di cui questa è il ballottaggio o la ripetizione.",
    )  # fmt: skip
    stato = models.CharField(
        max_length=10, choices=scelte(StatoVotazione), default=StatoVotazione.APERTA.value
    )
    presiede = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    in_carica = models.PositiveSmallIntegerField()
    presenti = models.PositiveSmallIntegerField()
    numero_legale = models.PositiveSmallIntegerField()
    favorevoli = models.PositiveSmallIntegerField(null=True, blank=True)
    contrari = models.PositiveSmallIntegerField(null=True, blank=True)
    astenuti = models.PositiveSmallIntegerField(null=True, blank=True)
    bianche = models.PositiveSmallIntegerField("schede bianche", null=True, blank=True)
    nulle = models.PositiveSmallIntegerField("schede nulle", null=True, blank=True)
    voto_presidente = models.CharField(max_length=10, choices=scelte(VotoPresidente), blank=True)
    necessari = models.PositiveSmallIntegerField(null=True, blank=True)
    approvata = models.BooleanField(null=True, blank=True)
    perche = models.JSONField(default=list)
    aperta_il = models.DateTimeField()
    chiusa_il = models.DateTimeField(null=True, blank=True)
    proclamata_il = models.DateTimeField(null=True, blank=True)
    annullata_il = models.DateTimeField(null=True, blank=True)
    motivo_annullamento = models.CharField(max_length=300, blank=True)
    urna = models.UUIDField(default=uuid.uuid4, editable=False)
    chiave_pubblica = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "votazioni"
        ordering = ["punto", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "urna", name="votazione_urna_unica"),
            models.UniqueConstraint(
                fields=["punto"],
                condition=Q(stato=StatoVotazione.APERTA.value),
                name="votazione_una_aperta",
            ),
            models.CheckConstraint(
                condition=Q(favorevoli__isnull=True)
                | Q(
                    presenti__gte=F("favorevoli")
                    + F("contrari")
                    + F("astenuti")
                    + F("bianche")
                    + F("nulle")
                ),
                name="votazione_voti_dei_presenti",
            ),
            models.CheckConstraint(
                condition=Q(presenti__gte=F("numero_legale")), name="votazione_numero_legale"
            ),
            models.CheckConstraint(
                condition=Q(stato=StatoVotazione.APERTA.value)
                | Q(chiusa_il__isnull=False)
                | Q(annullata_il__isnull=False),
                name="votazione_chiusa_il",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoVotazione.PROCLAMATA.value)
                | Q(proclamata_il__isnull=False),
                name="votazione_proclamata_il",
            ),
            models.CheckConstraint(
                condition=Q(annullata_il__isnull=True) | ~Q(motivo_annullamento=""),
                name="votazione_annullata_con_motivo",
            ),
            models.CheckConstraint(
                condition=Q(forma=FormaVotazione.SEGRETA.value)
                | ~Q(modo__in=[ModoVotazione.URNA.value, ModoVotazione.SCHEDE.value]),
                name="votazione_palese_senza_urna",
            ),
            models.CheckConstraint(
                condition=Q(forma=FormaVotazione.PALESE.value)
                | Q(
                    modo__in=[ModoVotazione.URNA.value, ModoVotazione.SCHEDE.value],
                    voto_presidente="",
                ),
                name="votazione_segreta_senza_nomi",
            ),
        ]

    def __str__(self) -> str:
        return f"votazione {self.pk}"


class Proposta(DiIstituto):
    """One of the texts or of the persons between which a vote chooses, with its votes."""

    votazione = models.ForeignKey(Votazione, models.CASCADE, related_name="proposte")
    ordine = models.PositiveSmallIntegerField()
    testo = models.TextField()
    persona = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    voti = models.PositiveSmallIntegerField(null=True, blank=True)
    vince = models.BooleanField(default=False)
    sorteggio = models.PositiveSmallIntegerField("estratto a sorte", null=True, blank=True)

    class Meta:
        verbose_name_plural = "proposte"
        ordering = ["votazione", "ordine"]
        constraints = [
            models.UniqueConstraint("istituto", "votazione", "ordine", name="proposta_ordine")
        ]

    def __str__(self) -> str:
        return f"proposta {self.ordine}"


class VotoPalese(DiIstituto):
    """How a member voted by name: changeable until the vote is closed."""

    votazione = models.ForeignKey(Votazione, models.PROTECT, related_name="voti_palesi")
    convocato = models.ForeignKey(Convocato, models.PROTECT, related_name="+")
    scelta = models.CharField(max_length=10, choices=scelte(Scelta), blank=True)
    proposta = models.ForeignKey(Proposta, models.PROTECT, null=True, blank=True, related_name="+")
    espresso_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "voti palesi"
        constraints = [
            models.UniqueConstraint("istituto", "votazione", "convocato", name="voto_palese_unico"),
            models.CheckConstraint(
                condition=Q(scelta="") ^ Q(proposta__isnull=True), name="voto_palese_una_scelta"
            ),
        ]

    def __str__(self) -> str:
        return f"voto {self.pk}"


class Votante(DiIstituto):
    """That a member put a ballot in the box of a secret vote; not which one, not when."""

    votazione = models.ForeignKey(Votazione, models.PROTECT, related_name="votanti")
    convocato = models.ForeignKey(Convocato, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "votanti"
        constraints = [
            models.UniqueConstraint("istituto", "votazione", "convocato", name="votante_una_volta")
        ]

    def __str__(self) -> str:
        return f"votante {self.convocato_id}"


class Scheda(DiIstituto):
    """A ballot: sealed while the box is open, rewritten in random order when it is counted.

    It carries no key towards the vote or the voter, no time and no sequence.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    urna = models.UUIDField()
    sigillata = models.BinaryField(null=True, blank=True)
    scelta = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "schede"
        constraints = [
            models.CheckConstraint(
                condition=Q(sigillata__isnull=False, scelta="")
                | (Q(sigillata__isnull=True) & ~Q(scelta="")),
                name="scheda_sigillata_o_contata",
            )
        ]
        indexes = [models.Index(fields=["istituto", "urna"], name="scheda_urna")]

    def __str__(self) -> str:
        return "scheda"
