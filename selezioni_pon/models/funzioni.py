"""The funzioni strumentali of a year: areas, applications, Commission, who has them, reports."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona
from organi_collegiali.models import Delibera
from selezioni_pon.enums import EsitoTitolo, SpecieTitolo, TipoParita, TipoRelazione


class ProceduraFunzioni(DiIstituto):
    """The functions of a year as the Collegio resolved them, until each area has an outcome.

    ``atto`` names the deliberation, ``delibera`` is its row where it is in the portal. ``regole``
    are the parameters of the day on which it was opened; ``scade`` the last instant of the
    applications. ``lavori_chiusi_il``: the Commission has examined all, as its ``verbale`` says.
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    delibera = models.ForeignKey(Delibera, models.PROTECT, null=True, blank=True, related_name="+")
    atto = models.CharField("delibera del Collegio", max_length=200)
    regole = models.JSONField(default=dict)
    creata_il = models.DateTimeField()
    creata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    aperta_il = models.DateTimeField(null=True, blank=True)
    scade = models.DateTimeField("termine delle domande", null=True, blank=True)
    commissione_il = models.DateTimeField(null=True, blank=True)
    commissione_atto = models.CharField("atto di nomina", max_length=200, blank=True)
    lavori_chiusi_il = models.DateTimeField(null=True, blank=True)
    verbale = models.CharField("verbale della Commissione", max_length=200, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "procedura delle funzioni strumentali"
        verbose_name_plural = "procedure delle funzioni strumentali"
        ordering = ["-anno_scolastico__inizio", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(atto=""), name="funzioni_con_delibera"),
            models.CheckConstraint(
                condition=Q(aperta_il__isnull=True, scade__isnull=True)
                | Q(aperta_il__isnull=False, scade__gt=F("aperta_il")),
                name="funzioni_termine_dopo_apertura",
            ),
            models.CheckConstraint(
                condition=Q(lavori_chiusi_il__isnull=True, verbale="")
                | Q(lavori_chiusi_il__isnull=False) & ~Q(verbale=""),
                name="funzioni_chiuse_col_verbale",
            ),
        ]

    def __str__(self) -> str:
        return f"procedura {self.pk}"


class AreaFunzione(DiIstituto):
    """An area: what is done in it, for how many teachers.

    ``senza_esito`` is why it is given to nobody, or not to as many as it has room for.
    """

    procedura = models.ForeignKey(ProceduraFunzioni, models.PROTECT, related_name="aree")
    sigla = models.CharField(max_length=10)
    titolo = models.CharField(max_length=200)
    compiti = models.TextField("che cosa si fa", blank=True)
    posti = models.PositiveSmallIntegerField(default=1)
    senza_esito = models.CharField("perché non si attribuisce", max_length=400, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "area delle funzioni strumentali"
        verbose_name_plural = "aree delle funzioni strumentali"
        ordering = ["procedura", "sigla", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "procedura", "sigla"], name="area_funzione_unica"
            ),
            models.CheckConstraint(
                condition=~Q(sigla="") & ~Q(titolo=""), name="area_funzione_con_nome"
            ),
            models.CheckConstraint(condition=Q(posti__gte=1), name="area_funzione_posti"),
        ]

    def __str__(self) -> str:
        return f"area {self.sigla}"


class CommissarioFunzioni(DiIstituto):
    """A member or a substitute of the Commission; a substitute sits only for one who is absent.

    ``in_conflitto`` is what was declared on the list of names: then another sits.
    """

    procedura = models.ForeignKey(ProceduraFunzioni, models.PROTECT, related_name="commissari")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    ordine = models.PositiveSmallIntegerField()
    supplente = models.BooleanField(default=False)
    assente_perche = models.CharField("perché è assente", max_length=300, blank=True)
    dichiarato_il = models.DateTimeField(null=True, blank=True)
    in_conflitto = models.BooleanField(default=False)

    class Meta:
        verbose_name = "componente della Commissione delle funzioni strumentali"
        verbose_name_plural = "componenti della Commissione delle funzioni strumentali"
        ordering = ["procedura", "supplente", "ordine"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "procedura", "persona"], name="commissario_funzioni_unico"
            ),
            models.CheckConstraint(
                condition=Q(in_conflitto=False) | Q(dichiarato_il__isnull=False),
                name="commissario_funzioni_dichiara",
            ),
        ]

    def __str__(self) -> str:
        return f"commissario {self.pk}"


class DomandaFunzione(DiIstituto):
    """A teacher applies for an area: what is declared stays, what is ascertained stands beside.

    ``accertato_dal`` and ``accertato_ruolo`` are what the office found; ``idoneo`` is what the
    Commission judged, with ``motivo`` for who is not.
    """

    area = models.ForeignKey(AreaFunzione, models.PROTECT, related_name="domande")
    docente = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    nell_istituto_dal = models.DateField("in servizio nell’istituto dal")
    a_tempo_indeterminato = models.BooleanField("a tempo indeterminato", default=False)
    presentata_il = models.DateTimeField()
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ritirata_il = models.DateTimeField(null=True, blank=True)
    accertato_dal = models.DateField(null=True, blank=True)
    accertato_ruolo = models.BooleanField(null=True, blank=True)
    accertata_il = models.DateTimeField(null=True, blank=True)
    accertata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    idoneo = models.BooleanField(null=True, blank=True)
    motivo = models.CharField("perché", max_length=600, blank=True)
    esaminata_il = models.DateTimeField(null=True, blank=True)
    esaminata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "domanda per una funzione strumentale"
        verbose_name_plural = "domande per le funzioni strumentali"
        ordering = ["area", "presentata_il", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "area", "docente"], name="domanda_funzione_una_per_area"
            ),
            models.CheckConstraint(
                condition=Q(accertata_il__isnull=True, accertato_dal__isnull=True,
                            accertato_ruolo__isnull=True)
                | Q(accertata_il__isnull=False, accertato_dal__isnull=False,
                    accertato_ruolo__isnull=False),
                name="domanda_funzione_accertata_intera",
            ),
            models.CheckConstraint(
                condition=~Q(idoneo=False) | ~Q(motivo=""), name="domanda_funzione_motivata"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"domanda {self.pk}"

    @property
    def dal(self) -> date:
        """Since when in the institute: as ascertained, else as declared."""
        return self.accertato_dal or self.nell_istituto_dal

    @property
    def di_ruolo(self) -> bool:
        """Whether tenured: as ascertained, else as declared."""
        return self.a_tempo_indeterminato if self.accertato_ruolo is None else self.accertato_ruolo


class TitoloFunzione(DiIstituto):
    """A title that a teacher declares, and what the Commission decided of it."""

    domanda = models.ForeignKey(DomandaFunzione, models.PROTECT, related_name="titoli")
    numero = models.PositiveSmallIntegerField()
    specie = models.CharField(max_length=16, choices=scelte(SpecieTitolo))
    testo = models.CharField("quale titolo", max_length=300)
    esito = models.CharField(max_length=12, choices=scelte(EsitoTitolo), blank=True, default="")
    motivo = models.CharField("perché non conta", max_length=400, blank=True)

    class Meta:
        verbose_name = "titolo per una funzione strumentale"
        verbose_name_plural = "titoli per le funzioni strumentali"
        ordering = ["domanda", "numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "domanda", "numero"], name="titolo_funzione_numero"
            ),
            models.CheckConstraint(
                condition=~Q(esito=EsitoTitolo.RIFIUTATO.value) | ~Q(motivo=""),
                name="titolo_funzione_motivato",
            ),
            models.CheckConstraint(
                condition=~Q(esito=EsitoTitolo.RIDOTTO.value), name="titolo_funzione_intero"
            ),
        ]

    def __str__(self) -> str:
        return f"titolo {self.pk}"


class ParitaFunzione(DiIstituto):
    """The result of the secret vote of the Collegio, or of a draw, as in the minutes. Written once.

    ``voti`` are by the id of the teacher; of a draw ``estratti`` are the ids in their order.
    """

    area = models.ForeignKey(AreaFunzione, models.PROTECT, related_name="parita")
    tipo = models.CharField(max_length=10, choices=scelte(TipoParita))
    verbale = models.CharField(max_length=200)
    votanti = models.PositiveSmallIntegerField(null=True, blank=True)
    voti = models.JSONField(default=dict)
    estratti = models.JSONField(default=list)
    registrata_il = models.DateTimeField()
    registrata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "parità per una funzione strumentale"
        verbose_name_plural = "parità per le funzioni strumentali"
        ordering = ["area", "registrata_il", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(verbale=""), name="parita_funzione_verbale"),
            models.UniqueConstraint(
                fields=["istituto", "area", "tipo", "verbale"], name="parita_funzione_unica"
            ),
        ]

    def __str__(self) -> str:
        return f"parità {self.pk}"


class AttribuzioneFunzione(DiIstituto):
    """Who has a function, from when to when, with the reasons and the letter."""

    domanda = models.OneToOneField(DomandaFunzione, models.PROTECT, related_name="attribuzione")
    dal = models.DateField()
    al = models.DateField("fino al")
    motivi = models.JSONField(default=list)
    attribuita_il = models.DateTimeField()
    attribuita_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    cessata_il = models.DateField("ultimo giorno", null=True, blank=True)
    cessata_perche = models.CharField("perché finisce prima", max_length=400, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "funzione strumentale attribuita"
        verbose_name_plural = "funzioni strumentali attribuite"
        ordering = ["-dal", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(al__gte=F("dal")), name="funzione_dal_al"),
            models.CheckConstraint(
                condition=Q(cessata_il__isnull=True, cessata_perche="")
                | Q(cessata_il__gte=F("dal"), cessata_il__lte=F("al")) & ~Q(cessata_perche=""),
                name="funzione_cessata_motivata",
            ),
        ]

    def __str__(self) -> str:
        return f"funzione {self.pk}"


class RelazioneFunzione(DiIstituto):
    """What who holds a function told the dirigente. Written once."""

    attribuzione = models.ForeignKey(AttribuzioneFunzione, models.PROTECT, related_name="relazioni")
    tipo = models.CharField(max_length=16, choices=scelte(TipoRelazione))
    testo = models.TextField("relazione")
    presentata_il = models.DateTimeField()

    class Meta:
        verbose_name = "relazione di una funzione strumentale"
        verbose_name_plural = "relazioni delle funzioni strumentali"
        ordering = ["attribuzione", "presentata_il", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(testo=""), name="relazione_funzione_scritta")
        ]

    def __str__(self) -> str:
        return f"relazione {self.pk}"
