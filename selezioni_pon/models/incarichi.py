"""The posts given: contracts, longer ends, the check of the work."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import (
    GiudizioIncarico,
    Provenienza,
    Rimedio,
    StatoAutorizzazione,
    TipoContratto,
)
from selezioni_pon.models.proposte import Proposta


class Contratto(DiIstituto):
    """The letter or the contract of an accepted post. ``compenso`` is gross, in cents, for all.

    ``delibera_il`` is when the Collegio decided that the project starts; ``comunicato_il`` when
    the Funzione pubblica was told, and ``comunicazione`` under which number, or how;
    ``attestato_il`` when who signs said that no conflict of interests was found;
    ``compensi_comunicati`` what the employer of a public employee was told, in cents.
    """

    proposta = models.OneToOneField(Proposta, models.PROTECT, related_name="contratto")
    tipo = models.CharField(max_length=12, choices=scelte(TipoContratto))
    provenienza = models.CharField(max_length=24, choices=scelte(Provenienza), blank=True)
    dal = models.DateField()
    al = models.DateField()
    ore = models.DecimalField(max_digits=6, decimal_places=2)
    compenso = models.PositiveIntegerField("compenso lordo, centesimi")
    delibera_il = models.DateField("delibera che attiva il progetto", null=True, blank=True)
    autorizzazione = models.CharField(max_length=14, choices=scelte(StatoAutorizzazione))
    autorizzazione_chiesta_il = models.DateField(null=True, blank=True)
    autorizzazione_atto = models.CharField(max_length=200, blank=True)
    firmato_il = models.DateField(null=True, blank=True)
    attestato_il = models.DateField("verificata l’assenza di conflitti il", null=True, blank=True)
    comunicato_il = models.DateField("comunicato alla Funzione pubblica il", null=True, blank=True)
    comunicazione = models.CharField("numero o modo", max_length=200, blank=True)
    compensi_comunicati = models.PositiveIntegerField("compensi comunicati, centesimi", default=0)
    compensi_comunicati_il = models.DateField(null=True, blank=True)
    chiuso_il = models.DateField("finito prima, il", null=True, blank=True)
    motivo_chiusura = models.CharField(max_length=600, blank=True)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicazione = models.ForeignKey(
        Pubblicazione, models.PROTECT, null=True, blank=True, related_name="+"
    )
    scritto_il = models.DateTimeField()
    scritto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "incarico"
        verbose_name_plural = "incarichi"
        ordering = ["-dal", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(al__gte=F("dal")), name="contratto_dal_al"),
            models.CheckConstraint(condition=Q(ore__gt=0), name="contratto_ore"),
            models.CheckConstraint(
                condition=Q(chiuso_il__isnull=True) | ~Q(motivo_chiusura=""),
                name="contratto_chiuso_con_motivo",
            ),
            models.CheckConstraint(
                condition=Q(comunicato_il__isnull=True) | ~Q(comunicazione=""),
                name="contratto_comunicato_come",
            ),
        ]

    def __str__(self) -> str:
        return f"incarico {self.pk}"


class Proroga(DiIstituto):
    """A longer end of a contract, only to complete, with its paper. Written once."""

    contratto = models.ForeignKey(Contratto, models.PROTECT, related_name="proroghe")
    prima_al = models.DateField("finiva il")
    al = models.DateField("finisce il")
    motivo = models.CharField(max_length=600)
    data = models.DateField()
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    registrata_il = models.DateTimeField()
    registrata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "proroghe"
        ordering = ["contratto", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(al__gt=F("prima_al")), name="proroga_dopo"),
            models.CheckConstraint(condition=~Q(motivo=""), name="proroga_con_motivo"),
        ]

    def __str__(self) -> str:
        return f"proroga {self.pk}"


class VerificaIncarico(DiIstituto):
    """What the dirigente found of the work, what follows, what is paid (cents). Written once.

    ``svolte`` are the hours done so far; ``entro`` is the day given to mend the work.
    """

    contratto = models.ForeignKey(Contratto, models.PROTECT, related_name="verifiche")
    data = models.DateField()
    giudizio = models.CharField(max_length=14, choices=scelte(GiudizioIncarico))
    rimedio = models.CharField(max_length=22, choices=scelte(Rimedio))
    motivo = models.CharField(max_length=1000, blank=True)
    entro = models.DateField(null=True, blank=True)
    svolte = models.DecimalField("ore svolte", max_digits=6, decimal_places=2)
    importo = models.PositiveIntegerField("si paga, centesimi", default=0)
    motivi = models.JSONField(default=list)
    registrata_il = models.DateTimeField()
    registrata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verifica di un incarico"
        verbose_name_plural = "verifiche degli incarichi"
        ordering = ["contratto", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(giudizio=GiudizioIncarico.CONFORME.value) | ~Q(motivo=""),
                name="verifica_incarico_motivata",
            ),
            models.CheckConstraint(
                condition=~Q(rimedio=Rimedio.INTEGRAZIONE.value) | Q(entro__isnull=False),
                name="verifica_incarico_entro",
            ),
        ]

    def __str__(self) -> str:
        return f"verifica {self.pk}"
