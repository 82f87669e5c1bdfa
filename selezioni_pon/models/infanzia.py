"""The enrolments at a scuola dell’infanzia: places, applications, and the lists as they were made.

Nothing of this is ever on the albo: who applies reads only the own row.
"""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona, Sede
from selezioni_pon.enums import GruppoPrecedenza, StatoPosto, TipoVersione

CON_POSIZIONE = [
    StatoPosto.AMMESSO.value, StatoPosto.IN_ATTESA.value, StatoPosto.DA_DECIDERE.value,
]  # fmt: skip


class ElencoInfanzia(DiIstituto):
    """The enrolments at one school for one year: the term, the criteria and the rules of its day.

    ``entro`` is the last day of the applications; ``criteri`` a grid with the shape of the files
    shipped; ``regole`` the parameters in force when it was opened. ``in_deroga``: the sections
    take the most of the special cases, with ``motivo_deroga``.
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    sede = models.ForeignKey(Sede, models.PROTECT, related_name="+")
    entro = models.DateField("ultimo giorno delle domande")
    criteri = models.JSONField(default=dict)
    regole = models.JSONField(default=dict)
    in_deroga = models.BooleanField("casi particolari", default=False)
    motivo_deroga = models.CharField("perché", max_length=400, blank=True)
    aperto_il = models.DateTimeField()
    aperto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "elenco delle iscrizioni all’infanzia"
        verbose_name_plural = "elenchi delle iscrizioni all’infanzia"
        ordering = ["-anno_scolastico__inizio", "sede__nome"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "anno_scolastico", "sede"], name="elenco_infanzia_unico"
            ),
            models.CheckConstraint(
                condition=Q(in_deroga=False) | ~Q(motivo_deroga=""),
                name="elenco_infanzia_deroga_motivata",
            ),
        ]

    def __str__(self) -> str:
        return f"elenco {self.pk}"


class SezioneInfanzia(DiIstituto):
    """A section: how many of its children have a disability, how many are enrolled in August.

    ``iscritti`` is None until they are counted (art. 3 lett. b); ``anticipi`` are the early
    children that it took in then.
    """

    elenco = models.ForeignKey(ElencoInfanzia, models.CASCADE, related_name="sezioni")
    nome = models.CharField(max_length=40)
    gravi = models.PositiveSmallIntegerField(default=0)
    non_gravi = models.PositiveSmallIntegerField(default=0)
    iscritti = models.PositiveSmallIntegerField(null=True, blank=True)
    anticipi = models.PositiveSmallIntegerField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "sezione dell’infanzia"
        verbose_name_plural = "sezioni dell’infanzia"
        ordering = ["elenco", "nome"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "elenco", "nome"], name="sezione_infanzia_unica"
            ),
            models.CheckConstraint(condition=~Q(nome=""), name="sezione_infanzia_con_nome"),
        ]

    def __str__(self) -> str:
        return self.nome


class DomandaInfanzia(DiIstituto):
    """The application for a child, as the office registered it from the paper of the family.

    ``residente`` in the territory of the school, since ``residenza_dal`` where it matters.
    ``precedenza_da`` says which paper shows the precedence, never what is in it. ``numero`` is of
    the list. With ``rinuncia_il`` the place, or the turn, is of who follows.
    """

    elenco = models.ForeignKey(ElencoInfanzia, models.PROTECT, related_name="domande")
    numero = models.PositiveSmallIntegerField()
    bambino = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    presentata_il = models.DateField("presentata il")
    residente = models.BooleanField("residente nel territorio della scuola", default=False)
    residenza_dal = models.DateField("residente dal", null=True, blank=True)
    precedenza = models.CharField(
        max_length=20, choices=scelte(GruppoPrecedenza), blank=True, default=""
    )
    precedenza_da = models.CharField("da quale atto risulta", max_length=200, blank=True)
    rinuncia_il = models.DateField(null=True, blank=True)
    rinuncia_da = models.CharField("da quale atto risulta", max_length=200, blank=True)
    registrata_il = models.DateTimeField()
    registrata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "domanda per l’infanzia"
        verbose_name_plural = "domande per l’infanzia"
        ordering = ["elenco", "numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "elenco", "bambino"], name="domanda_infanzia_una_a_testa"
            ),
            models.UniqueConstraint(
                fields=["istituto", "elenco", "numero"], name="domanda_infanzia_numero"
            ),
            models.CheckConstraint(
                condition=Q(precedenza="", precedenza_da="")
                | ~Q(precedenza="") & ~Q(precedenza_da=""),
                name="domanda_infanzia_precedenza_intera",
            ),
            models.CheckConstraint(
                condition=Q(residenza_dal__isnull=True) | Q(residente=True),
                name="domanda_infanzia_residenza",
            ),
            models.CheckConstraint(
                condition=Q(rinuncia_il__isnull=True, rinuncia_da="")
                | Q(rinuncia_il__isnull=False) & ~Q(rinuncia_da=""),
                name="domanda_infanzia_rinuncia_intera",
            ),
        ]

    def __str__(self) -> str:
        return f"domanda {self.pk}"


class TitoloInfanzia(DiIstituto):
    """An item of the criteria that the family declares.

    ``non_conta`` is why it does not count, where the check of the office found that it is not so.
    """

    domanda = models.ForeignKey(DomandaInfanzia, models.CASCADE, related_name="titoli")
    voce = models.CharField(max_length=20)
    non_conta = models.CharField("perché non conta", max_length=400, blank=True)

    class Meta:
        verbose_name = "titolo per l’infanzia"
        verbose_name_plural = "titoli per l’infanzia"
        ordering = ["domanda", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "domanda", "voce"], name="titolo_infanzia_uno_per_voce"
            )
        ]

    def __str__(self) -> str:
        return f"titolo {self.pk}"


class SorteggioInfanzia(DiIstituto):
    """A draw between those born on the same day, put in the minutes. Written once.

    ``usciti`` are the ids of the applications in the order in which they came out.
    """

    elenco = models.ForeignKey(ElencoInfanzia, models.PROTECT, related_name="sorteggi")
    verbale = models.CharField(max_length=200)
    usciti = models.JSONField("domande, nell’ordine di estrazione")
    fatto_il = models.DateTimeField()
    fatto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "sorteggio dell’infanzia"
        verbose_name_plural = "sorteggi dell’infanzia"
        ordering = ["elenco", "fatto_il", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(verbale=""), name="sorteggio_infanzia_verbale"),
            models.UniqueConstraint(
                fields=["istituto", "elenco", "verbale"], name="sorteggio_infanzia_unico"
            ),
        ]

    def __str__(self) -> str:
        return f"sorteggio {self.pk}"


class VersioneInfanzia(DiIstituto):
    """The list as it was made on a day: provisional, final, moved on, or of the early children.

    ``osservazioni_entro`` is until when the families may speak of the provisional one;
    ``motivi`` what was said of the places. Only the paper comes later.
    """

    elenco = models.ForeignKey(ElencoInfanzia, models.PROTECT, related_name="versioni")
    numero = models.PositiveSmallIntegerField()
    tipo = models.CharField(max_length=12, choices=scelte(TipoVersione))
    motivo = models.CharField("perché una nuova versione", max_length=600, blank=True)
    posti = models.PositiveSmallIntegerField()
    osservazioni_entro = models.DateField(null=True, blank=True)
    motivi = models.JSONField(default=list)
    formata_il = models.DateTimeField()
    formata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "versione dell’elenco dell’infanzia"
        verbose_name_plural = "versioni degli elenchi dell’infanzia"
        ordering = ["elenco", "-numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "elenco", "numero"], name="versione_infanzia_numero"
            ),
            models.CheckConstraint(
                condition=Q(tipo=TipoVersione.PROVVISORIA.value, osservazioni_entro__isnull=False)
                | ~Q(tipo=TipoVersione.PROVVISORIA.value) & Q(osservazioni_entro__isnull=True),
                name="versione_infanzia_osservazioni",
            ),
        ]

    def __str__(self) -> str:
        return f"versione {self.pk}"


class RigaInfanzia(DiIstituto):
    """What one application had in a version, with the reasons that its family reads. Written once.

    ``posizione`` in the list and ``in_attesa`` among those who wait; who has a precedence has none.
    """

    versione = models.ForeignKey(VersioneInfanzia, models.PROTECT, related_name="righe")
    domanda = models.ForeignKey(DomandaInfanzia, models.PROTECT, related_name="righe")
    ordine = models.PositiveSmallIntegerField()
    stato = models.CharField(max_length=16, choices=scelte(StatoPosto))
    posizione = models.PositiveSmallIntegerField(null=True, blank=True)
    in_attesa = models.PositiveSmallIntegerField(null=True, blank=True)
    punti = models.DecimalField(max_digits=9, decimal_places=4)
    motivi = models.JSONField(default=list)

    class Meta:
        verbose_name = "riga dell’elenco dell’infanzia"
        verbose_name_plural = "righe degli elenchi dell’infanzia"
        ordering = ["versione", "ordine"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "versione", "domanda"], name="riga_infanzia_una_a_testa"
            ),
            models.UniqueConstraint(
                fields=["istituto", "versione", "ordine"], name="riga_infanzia_ordine"
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=CON_POSIZIONE) | Q(posizione__isnull=False),
                name="riga_infanzia_posizione",
            ),
        ]

    def __str__(self) -> str:
        return f"riga {self.pk}"
