"""The bonus of a school year: the money, the procedure, what the office ascertained."""

from django.db import models
from django.db.models import F, Q

from bonus_merito.enums import (
    Categoria,
    FonteRisorse,
    Lordo,
    Metodo,
    StatoProcedura,
)
from bonus_merito.models.criteri import Criteri
from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona

DECRETATE = [
    StatoProcedura.DECRETATA.value, StatoProcedura.PUBBLICATA.value,
    StatoProcedura.ARCHIVIATA.value,
]  # fmt: skip


class Fondo(DiIstituto):
    """The money of a school year: how much, who says how it is used, how it is split.

    ``quota_docenti`` is the part of the teachers, in euro; the rest is of the ATA staff. With the
    bargaining as source ``contratto`` and ``articolo`` name the contract of the school.
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    fonte = models.CharField(max_length=10, choices=scelte(FonteRisorse))
    importo = models.DecimalField("importo, euro", max_digits=10, decimal_places=2)
    quota_docenti = models.DecimalField("parte dei docenti, euro", max_digits=10, decimal_places=2)
    lordo = models.CharField(max_length=16, choices=scelte(Lordo))
    comunicato_con = models.CharField("nota che lo comunica", max_length=200, blank=True)
    contratto = models.CharField("contratto integrativo d’istituto", max_length=200, blank=True)
    articolo = models.CharField("articolo del contratto", max_length=60, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "fondi"
        ordering = ["-anno_scolastico__inizio", "-id"]
        constraints = [
            models.UniqueConstraint("istituto", "anno_scolastico", name="fondo_uno_per_anno"),
            models.CheckConstraint(
                condition=Q(importo__gte=0, quota_docenti__gte=0, quota_docenti__lte=F("importo")),
                name="fondo_quota_nel_fondo",
            ),
            models.CheckConstraint(
                condition=~Q(fonte=FonteRisorse.CONTRATTO.value)
                | ~Q(contratto="") & ~Q(articolo=""),
                name="fondo_del_contratto_lo_cita",
            ),
        ]

    def __str__(self) -> str:
        return f"fondo {self.pk}"


class Procedura(DiIstituto):
    """A call and what follows it, for one category of staff.

    ``regole`` are the parameters of the day on which it was opened, each with its source: an act
    keeps the rules of its day. ``metodo`` is the one of the decree, with its reason where it is
    not that of the regulation, ``motivo_minimo`` the reason of fewer beneficiaries than the
    minimum. ``in_servizio`` counts the tenured staff in service. ``rettifica_di`` is the annulled
    one whose place this takes, with its papers copied. ``vesti`` are the parts before it of the
    person for whom it was loaded.
    """

    vesti: frozenset[str] = frozenset()
    fondo = models.ForeignKey(Fondo, models.PROTECT, related_name="procedure")
    criteri = models.ForeignKey(Criteri, models.PROTECT, related_name="procedure")
    categoria = models.CharField(max_length=8, choices=scelte(Categoria))
    stato = models.CharField(
        max_length=14, choices=scelte(StatoProcedura), default=StatoProcedura.BOZZA.value
    )
    aperta_il = models.DateTimeField(null=True, blank=True)
    scade = models.DateTimeField("si chiede entro", null=True, blank=True)
    chiusa_il = models.DateTimeField(null=True, blank=True)
    in_servizio = models.PositiveSmallIntegerField("di ruolo in servizio", default=0)
    regole = models.JSONField(default=dict)
    metodo = models.CharField(max_length=24, choices=scelte(Metodo), blank=True)
    motivo_metodo = models.CharField("perché questo metodo", max_length=600, blank=True)
    motivo_minimo = models.CharField("perché meno del minimo", max_length=600, blank=True)
    motivo_d_ufficio = models.CharField("perché d’ufficio", max_length=400, blank=True)
    decretata_il = models.DateTimeField(null=True, blank=True)
    decretata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decreto = models.ForeignKey(Documento, models.PROTECT, null=True, blank=True, related_name="+")
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    prospetto = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicazione = models.ForeignKey(
        Pubblicazione, models.PROTECT, null=True, blank=True, related_name="+"
    )
    annullata_il = models.DateTimeField(null=True, blank=True)
    motivo_annullamento = models.CharField(max_length=400, blank=True)
    rettifica_di = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="rettificata_da"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "procedure"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "fondo", "categoria"],
                condition=~Q(stato=StatoProcedura.ANNULLATA.value),
                name="procedura_una_per_categoria",
            ),
            models.CheckConstraint(
                condition=Q(stato__in=[StatoProcedura.BOZZA.value, StatoProcedura.ANNULLATA.value])
                | Q(aperta_il__isnull=False, scade__isnull=False, scade__gt=F("aperta_il")),
                name="procedura_aperta_ha_termine",
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=DECRETATE)
                | Q(decretata_il__isnull=False, decretata_da__isnull=False) & ~Q(metodo=""),
                name="procedura_decretata_con_metodo",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoProcedura.ANNULLATA.value) | ~Q(motivo_annullamento=""),
                name="procedura_annullata_con_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"procedura {self.pk}"


class Requisiti(DiIstituto):
    """What the office ascertained of somebody: tenure, days, sanctions.

    Days are those of the school year of the procedure; ``congedi`` are the days of maternity,
    paternity and parental leave among the absences. ``sanzione_il`` is the last sanction up to the
    end of that year: of the others none counts that this one does not stand for.
    """

    procedura = models.ForeignKey(Procedura, models.PROTECT, related_name="requisiti")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    di_ruolo = models.BooleanField(default=True)
    giorni_lavorativi = models.PositiveSmallIntegerField("giorni di lavoro")
    assenze = models.PositiveSmallIntegerField("giorni di assenza", default=0)
    congedi = models.PositiveSmallIntegerField("di cui maternità, paternità e parentale", default=0)
    sanzione_il = models.DateField("ultima sanzione", null=True, blank=True)
    atto_sanzione = models.CharField("atto della sanzione", max_length=160, blank=True)
    controllati_il = models.DateTimeField()
    controllati_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "requisiti"
        constraints = [
            models.UniqueConstraint("istituto", "procedura", "persona", name="requisiti_unici"),
            models.CheckConstraint(
                condition=Q(assenze__lte=F("giorni_lavorativi"), congedi__lte=F("assenze")),
                name="requisiti_giorni",
            ),
        ]

    def __str__(self) -> str:
        return f"requisiti {self.pk}"
