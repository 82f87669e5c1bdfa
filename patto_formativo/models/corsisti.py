"""The persons enrolled on a path."""

from datetime import date

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona
from patto_formativo.enums import GenereOfferta, Lingua, Percorso, StatoCorsista
from patto_formativo.models.domande import DomandaIscrizione
from patto_formativo.models.offerta import Offerta


class Corsista(DiIstituto):
    """A person on a path of a year, with the tutor: what the welcome, dossier and agreement share.

    ``ultimo_anno`` is the year in which the path ends when it takes two.
    """

    domanda = models.OneToOneField(DomandaIscrizione, models.PROTECT, related_name="corsista")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="percorsi_cpia")
    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    ultimo_anno = models.ForeignKey(
        AnnoScolastico, models.PROTECT, null=True, blank=True, related_name="+"
    )
    offerta = models.ForeignKey(Offerta, models.PROTECT, related_name="corsisti")
    lingua = models.CharField(max_length=2, choices=scelte(Lingua), default=Lingua.ITALIANO.value)
    iscritto_il = models.DateField()
    stato = models.CharField(
        max_length=10, choices=scelte(StatoCorsista), default=StatoCorsista.ATTIVO.value
    )
    tutor = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="corsisti_seguiti"
    )
    tutor_dal = models.DateField(null=True, blank=True)
    ore_in_piu = models.DecimalField(
        "ore in più (senza licenza elementare o con poco italiano)",
        max_digits=6, decimal_places=2, default=0,
    )  # fmt: skip
    motivo_ore_in_piu = models.CharField(max_length=200, blank=True)
    rinforzo = models.CharField("rinforzo o mediatore per l’italiano", max_length=200, blank=True)
    chiuso_il = models.DateField(null=True, blank=True)
    motivo_chiusura = models.CharField(max_length=300, blank=True)
    documento_chiusura = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Not kept: the parts of who is asking, written when the row is loaded for them.
    vesti: frozenset[str] = frozenset()

    class Meta:
        verbose_name_plural = "corsisti"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stato=StatoCorsista.ATTIVO.value) | Q(chiuso_il__isnull=False),
                name="corsista_chiuso_il",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoCorsista.RITIRATO.value) | ~Q(motivo_chiusura=""),
                name="corsista_ritirato_con_motivo",
            ),
            models.CheckConstraint(
                condition=Q(ore_in_piu=0)
                | Q(ore_in_piu__gt=0, ore_in_piu__lte=200) & ~Q(motivo_ore_in_piu=""),
                name="corsista_ore_in_piu",
            ),
            models.CheckConstraint(
                condition=Q(tutor__isnull=True) | Q(tutor_dal__isnull=False),
                name="corsista_tutor_dal",
            ),
        ]
        indexes = [models.Index(fields=["istituto", "tutor", "stato"], name="corsista_tutor")]

    def __str__(self) -> str:
        return f"corsista {self.pk}"

    @property
    def attivo(self) -> bool:
        """Whether the path goes on: neither withdrawn nor finished."""
        return self.stato == StatoCorsista.ATTIVO

    @property
    def percorso(self) -> Percorso | None:
        """The path; None for what widens the offer, which has no welcome and no agreement."""
        return GenereOfferta(self.offerta.genere).percorso

    @property
    def nascita(self) -> date:
        """The day of birth: of the person, or as the application says it."""
        return self.persona.data_nascita or self.domanda.data_nascita
