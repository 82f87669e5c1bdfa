"""Deliberations: number, premises, text, what they do to those before them, what follows."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Pubblicazione
from cpia.norme.enums import scelte
from cpia.norme.models import Regolamento
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.enums import AttoEffetto, FormaVotazione, Premessa, TipoOrgano
from organi_collegiali.models.organi import OrganoCollegiale
from organi_collegiali.models.punti import Punto
from organi_collegiali.models.sedute import Convocato, Seduta
from organi_collegiali.models.voti import Votazione


class Delibera(DiIstituto):
    """What an organ decided: numbered one after the other, changed only by a new one.

    ``come`` is how it was voted where no vote is recorded (an act of a commissario, a paper of
    the past): «all’unanimità».
    """

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="delibere")
    serie = models.CharField(max_length=10, blank=True)
    numero = models.PositiveIntegerField()
    seduta = models.ForeignKey(
        Seduta, models.PROTECT, null=True, blank=True, related_name="delibere"
    )
    punto = models.ForeignKey(Punto, models.PROTECT, null=True, blank=True, related_name="delibere")
    votazione = models.OneToOneField(
        Votazione, models.PROTECT, null=True, blank=True, related_name="delibera"
    )
    adottata_il = models.DateTimeField()
    oggetto = models.CharField(max_length=600)
    oggetto_pubblico = models.CharField("oggetto senza nomi", max_length=300, blank=True)
    premesse = models.JSONField(default=list)
    testo = models.TextField("che cosa delibera")
    forma = models.CharField(max_length=8, choices=scelte(FormaVotazione))
    come = models.CharField("come si è votato", max_length=200)
    esecutiva = models.BooleanField("immediatamente esecutiva", default=False)
    su_persone = models.BooleanField(default=False)
    riservata = models.BooleanField(default=False)
    regolamento = models.ForeignKey(
        Regolamento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicazione = models.ForeignKey(
        Pubblicazione, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "delibere"
        ordering = ["-adottata_il", "-numero"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "organo", "serie", "numero", name="delibera_numero_unico"
            ),
            models.CheckConstraint(condition=Q(numero__gte=1), name="delibera_da_uno"),
            models.CheckConstraint(
                condition=Q(su_persone=False) | ~Q(oggetto_pubblico=""),
                name="delibera_su_persone_ha_oggetto_pubblico",
            ),
        ]

    def __str__(self) -> str:
        return f"delibera n. {self.numero}"


class Dissenso(DiIstituto):
    """Who voted openly against and asks that the deliberation says so."""

    delibera = models.ForeignKey(Delibera, models.PROTECT, related_name="dissensi")
    convocato = models.ForeignKey(Convocato, models.PROTECT, related_name="+")
    chiesto_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "nomi di chi ha votato contro"
        ordering = ["convocato__persona__cognome", "convocato__persona__nome", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "delibera", "convocato", name="dissenso_unico")
        ]

    def __str__(self) -> str:
        return f"contrario {self.convocato_id}"


class Effetto(DiIstituto):
    """What a deliberation does to one before it."""

    delibera = models.ForeignKey(Delibera, models.PROTECT, related_name="effetti")
    su = models.ForeignKey(Delibera, models.PROTECT, related_name="effetti_subiti")
    atto = models.CharField(max_length=10, choices=scelte(AttoEffetto))
    in_parte = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "effetti delle delibere"
        constraints = [
            models.UniqueConstraint("istituto", "delibera", "su", name="effetto_unico"),
            models.CheckConstraint(condition=~Q(delibera=F("su")), name="effetto_su_altra"),
        ]

    def __str__(self) -> str:
        return f"{self.atto} {self.su_id}"


class Seguito(DiIstituto):
    """What a deliberation asks to be done, by whom and by when."""

    delibera = models.ForeignKey(Delibera, models.PROTECT, related_name="seguiti")
    testo = models.CharField("che cosa", max_length=300)
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    entro_il = models.DateField()
    fatto_il = models.DateTimeField(null=True, blank=True)
    esito = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "seguiti delle delibere"
        ordering = ["entro_il", "id"]

    def __str__(self) -> str:
        return f"seguito {self.pk}"


class Frase(DiIstituto):
    """A phrase of the school's book of premises, for all organs or for the acts of one kind."""

    premessa = models.CharField(max_length=12, choices=scelte(Premessa))
    testo = models.CharField(max_length=600)
    tipo_organo = models.CharField(max_length=20, choices=scelte(TipoOrgano), blank=True)
    ordine = models.PositiveSmallIntegerField(default=0)
    usata = models.PositiveIntegerField("quante volte", default=0)

    class Meta:
        verbose_name_plural = "frasario"
        ordering = ["ordine", "-usata", "id"]
        constraints = [models.UniqueConstraint("istituto", "premessa", "testo", name="frase_unica")]

    def __str__(self) -> str:
        return f"{self.get_premessa_display()} {self.testo[:60]}"
