"""A selection and its calls, one for each circle of people to whom the school turns."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import Fase, StatoAvviso
from selezioni_pon.models.griglie import Griglia
from selezioni_pon.models.progetti import Progetto

BOZZA = StatoAvviso.BOZZA.value
PUBBLICATI = [StatoAvviso.PUBBLICATO.value, StatoAvviso.CONCLUSO.value]


class Selezione(DiIstituto):
    """The search of people for one role of a project: ``posti`` of them, in one or more calls."""

    progetto = models.ForeignKey(Progetto, models.PROTECT, related_name="selezioni")
    ruolo = models.CharField("ruolo cercato", max_length=120)
    posti = models.PositiveSmallIntegerField(default=1)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "selezioni"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "progetto", "ruolo"], name="selezione_ruolo_unico"
            ),
            models.CheckConstraint(condition=Q(posti__gte=1), name="selezione_almeno_un_posto"),
        ]

    def __str__(self) -> str:
        return f"selezione {self.pk}"


class Avviso(DiIstituto):
    """A call: what it holds before it is published is in ``rules.contenuti``.

    Pay is gross for an hour, in euro, from the least to the most that may be asked (equal where it
    is fixed). ``posti`` are those left of the selection. ``scade`` is the last instant that
    counts, to the second. ``regole`` are the parameters of the day of publication, each with its
    source: an act keeps the rules of its day. ``rilievi_letti_il`` says when whoever publishes saw
    what the check of the grid found. ``vesti`` are the parts before it of the person for whom it
    was loaded.
    """

    vesti: frozenset[str] = frozenset()

    selezione = models.ForeignKey(Selezione, models.PROTECT, related_name="avvisi")
    fase = models.CharField("a chi si rivolge", max_length=14, choices=scelte(Fase))
    stato = models.CharField(max_length=12, choices=scelte(StatoAvviso), default=BOZZA)
    griglia = models.ForeignKey(
        Griglia, models.PROTECT, null=True, blank=True, related_name="avvisi"
    )
    posti = models.PositiveSmallIntegerField(default=1)
    ore = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    compenso_minimo = models.DecimalField(
        "compenso orario, da", max_digits=7, decimal_places=2, null=True, blank=True
    )
    compenso_massimo = models.DecimalField(
        "compenso orario, fino a", max_digits=7, decimal_places=2, null=True, blank=True
    )
    dal = models.DateField("l’incarico comincia il", null=True, blank=True)
    al = models.DateField("e finisce il", null=True, blank=True)
    luogo = models.CharField(max_length=200, blank=True)
    ordine_scolastico = models.CharField(max_length=120, blank=True)
    titoli_di_studio = models.TextField("titoli di studio per partecipare", blank=True)
    come_si_presenta = models.TextField("come si presenta la domanda", blank=True)
    pagamento = models.CharField("ogni quanto si paga", max_length=300, blank=True)
    trattamento = models.CharField(
        "trattamento fiscale e previdenziale", max_length=300, blank=True
    )
    sospensioni = models.CharField("sospensioni della prestazione", max_length=300, blank=True)
    responsabile = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="responsabile del procedimento",
    )  # fmt: skip
    cig = models.CharField("CIG", max_length=10, blank=True)
    scade = models.DateTimeField("domande entro", null=True, blank=True)
    urgenza = models.CharField("perché un termine più breve", max_length=400, blank=True)
    reclamo_giorni = models.PositiveSmallIntegerField(
        "giorni per il reclamo", null=True, blank=True
    )
    rilievi_letti_il = models.DateTimeField(null=True, blank=True)
    regole = models.JSONField(default=dict)
    pubblicato_il = models.DateTimeField(null=True, blank=True)
    pubblicato_da = models.ForeignKey(
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
    revocato_il = models.DateTimeField(null=True, blank=True)
    motivo_revoca = models.CharField("perché si revoca", max_length=600, blank=True)
    modificato_il = models.DateTimeField()
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "avvisi"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "selezione", "fase"],
                condition=~Q(stato=StatoAvviso.REVOCATO.value),
                name="avviso_uno_per_fase",
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=PUBBLICATI)
                | Q(
                    griglia__isnull=False,
                    pubblicato_il__isnull=False,
                    pubblicato_da__isnull=False,
                    scade__isnull=False,
                    scade__gt=F("pubblicato_il"),
                    compenso_minimo__isnull=False,
                    compenso_massimo__isnull=False,
                    ore__gt=0,
                    dal__isnull=False,
                    al__isnull=False,
                    responsabile__isnull=False,
                ),
                name="avviso_pubblicato_intero",
            ),
            models.CheckConstraint(
                condition=Q(compenso_minimo__isnull=True)
                | Q(compenso_massimo__isnull=True)
                | Q(compenso_minimo__gt=0, compenso_minimo__lte=F("compenso_massimo")),
                name="avviso_compenso",
            ),
            models.CheckConstraint(
                condition=Q(dal__isnull=True) | Q(al__isnull=True) | Q(al__gte=F("dal")),
                name="avviso_durata",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoAvviso.REVOCATO.value)
                | Q(revocato_il__isnull=False) & ~Q(motivo_revoca=""),
                name="avviso_revocato_con_motivo",
            ),
            models.CheckConstraint(condition=Q(posti__gte=1), name="avviso_almeno_un_posto"),
        ]

    def __str__(self) -> str:
        return f"avviso {self.pk}"
