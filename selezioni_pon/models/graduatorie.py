"""The rankings of a call, version after version, and the draws."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models.avvisi import Avviso
from selezioni_pon.models.invii import Invio

PUBBLICATE = [
    StatoGraduatoria.PROVVISORIA.value, StatoGraduatoria.DEFINITIVA.value,
    StatoGraduatoria.SUPERATA.value,
]  # fmt: skip


class Graduatoria(DiIstituto):
    """One version of the ranking: provisional, then final; a later one takes the place of it.

    ``motivo`` says why a version after the first was formed. ``vesti`` are the parts before it of
    the person for whom it was loaded.
    """

    vesti: frozenset[str] = frozenset()

    avviso = models.ForeignKey(Avviso, models.PROTECT, related_name="graduatorie")
    numero = models.PositiveSmallIntegerField("versione della graduatoria")
    stato = models.CharField(
        max_length=12, choices=scelte(StatoGraduatoria), default=StatoGraduatoria.BOZZA.value
    )
    definitiva = models.BooleanField(default=False)
    motivo = models.CharField("perché una nuova versione", max_length=1000, blank=True)
    formata_il = models.DateTimeField()
    formata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    approvata_il = models.DateTimeField(null=True, blank=True)
    approvata_da = models.ForeignKey(
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
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "graduatorie"
        ordering = ["avviso", "-numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "avviso", "numero"], name="graduatoria_numero_unico"
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=PUBBLICATE)
                | Q(approvata_il__isnull=False, approvata_da__isnull=False),
                name="graduatoria_pubblicata_approvata",
            ),
            models.CheckConstraint(
                condition=Q(numero=1) | Q(definitiva=True) | ~Q(motivo=""),
                name="graduatoria_nuova_con_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"graduatoria {self.pk}"


class RigaGraduatoria(DiIstituto):
    """The place of one application in a version, with its reasons as they were told. Written once.

    ``posizione`` None for who is excluded, with ``escluso_per`` and its source. ``dettaglio`` is
    the score opened item by item; ``motivi`` are those of «why am I here».
    """

    graduatoria = models.ForeignKey(Graduatoria, models.PROTECT, related_name="righe")
    invio = models.ForeignKey(Invio, models.PROTECT, related_name="righe")
    ordine = models.PositiveSmallIntegerField()
    posizione = models.PositiveSmallIntegerField(null=True, blank=True)
    punti = models.DecimalField(max_digits=9, decimal_places=4)
    escluso_per = models.CharField(max_length=1000, blank=True)
    fonte = models.CharField(max_length=300, blank=True)
    dettaglio = models.JSONField(default=dict)
    motivi = models.JSONField(default=list)

    class Meta:
        verbose_name = "riga di graduatoria"
        verbose_name_plural = "righe di graduatoria"
        ordering = ["graduatoria", "ordine"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "graduatoria", "invio"], name="riga_graduatoria_una_a_testa"
            ),
            models.UniqueConstraint(
                fields=["istituto", "graduatoria", "ordine"], name="riga_graduatoria_ordine"
            ),
            models.CheckConstraint(
                condition=Q(posizione__isnull=False, escluso_per="")
                | Q(posizione__isnull=True) & ~Q(escluso_per=""),
                name="riga_graduatoria_posto_o_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"riga {self.pk}"


class Sorteggio(DiIstituto):
    """A draw put in the minutes, which ``verbale`` names. Written once.

    ``usciti`` are the applications in the order in which they came out.
    """

    avviso = models.ForeignKey(Avviso, models.PROTECT, related_name="sorteggi")
    verbale = models.CharField(max_length=200)
    usciti = models.JSONField("domande, nell’ordine di estrazione")
    presenti = models.CharField("alla presenza di", max_length=300, blank=True)
    fatto_il = models.DateTimeField()
    fatto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "sorteggi"
        ordering = ["avviso", "fatto_il", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(verbale=""), name="sorteggio_con_verbale"),
            models.UniqueConstraint(
                fields=["istituto", "avviso", "verbale"], name="sorteggio_verbale_unico"
            ),
        ]

    def __str__(self) -> str:
        return f"sorteggio {self.pk}"
