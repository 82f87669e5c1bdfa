"""The enrolments at a scuola dell’infanzia: places and applications.

Nothing of this is ever on the albo: who applies reads only the own row.
"""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona, Sede
from selezioni_pon.enums import GruppoPrecedenza


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
