"""Applications for enrolment and their papers."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.enums import Legame, Sesso
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona
from patto_formativo.enums import Canale, Cittadinanza, Lingua, StatoDomanda, TipoCarta
from patto_formativo.models.offerta import Offerta

CON_PERSONA = [StatoDomanda.ACCOLTA.value, StatoDomanda.PERFEZIONATA.value]
PERFEZIONATA = StatoDomanda.PERFEZIONATA.value


class DomandaIscrizione(DiIstituto):
    """What an applicant wrote, online or at the desk; the office corrects it until it is taken.

    ``documento`` is its frozen paper: that of before a correction stays, replaced by the new one.
    ``impronta_codice`` is the hash of the code on the receipt, with which who has no login yet
    follows the application. ``adulto_*`` is who answers for a minor. ``rilievi`` are the reasons
    of the judgements of that day (permit, term, title), as they were told.
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    offerta = models.ForeignKey(Offerta, models.PROTECT, related_name="domande")
    canale = models.CharField(max_length=10, choices=scelte(Canale))
    stato = models.CharField(
        max_length=14, choices=scelte(StatoDomanda), default=StatoDomanda.PRESENTATA.value
    )
    cognome = models.CharField(max_length=80)
    nome = models.CharField(max_length=80)
    sesso = models.CharField(max_length=1, choices=Sesso)
    data_nascita = models.DateField("data di nascita")
    luogo_nascita = models.CharField("comune o Stato di nascita", max_length=120)
    provincia_nascita = models.CharField(
        "provincia di nascita", max_length=2, help_text="EE per chi è nato all’estero."
    )
    codice_fiscale = models.CharField("codice fiscale", max_length=16, blank=True)
    cittadinanza = models.CharField(max_length=10, choices=scelte(Cittadinanza))
    stato_cittadinanza = models.CharField("Stato di cittadinanza", max_length=60, blank=True)
    lingua = models.CharField(max_length=2, choices=scelte(Lingua), default=Lingua.ITALIANO.value)
    telefono = models.CharField(max_length=30)
    email = models.EmailField("e-mail")
    titolo_accesso = models.CharField("titolo di studio", max_length=160, blank=True)
    chiede_crediti = models.BooleanField("chiede il riconoscimento dei crediti", default=False)
    adulto_cognome = models.CharField(max_length=80, blank=True)
    adulto_nome = models.CharField(max_length=80, blank=True)
    adulto_legame = models.CharField(max_length=12, choices=Legame, blank=True)
    comunita = models.CharField("comunità o centro che ospita", max_length=160, blank=True)
    nota_riservata = models.CharField(max_length=300, blank=True)
    presentata_il = models.DateTimeField()
    impronta_codice = models.CharField(max_length=64)
    registrata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versione = models.PositiveIntegerField(default=1)
    tardiva = models.BooleanField(default=False)
    anni = models.PositiveSmallIntegerField("durata in anni", default=1)
    rilievi = models.JSONField(default=list)
    persona = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="domande_iscrizione"
    )
    accolta_il = models.DateTimeField(null=True, blank=True)
    quota = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    pagata_il = models.DateField(null=True, blank=True)
    pagamento = models.CharField("ricevuta o esonero", max_length=200, blank=True)
    chiusa_il = models.DateTimeField(null=True, blank=True)
    motivo = models.CharField("perché è respinta o rinunciata", max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "domande di iscrizione"
        ordering = ["-presentata_il", "-id"]
        constraints = [
            models.UniqueConstraint("istituto", "impronta_codice", name="domanda_codice_unico"),
            models.CheckConstraint(
                condition=~Q(stato__in=CON_PERSONA)
                | Q(persona__isnull=False, accolta_il__isnull=False),
                name="domanda_accolta_ha_persona",
            ),
            models.CheckConstraint(
                condition=~Q(stato=PERFEZIONATA) | Q(pagata_il__isnull=False) & ~Q(pagamento=""),
                name="domanda_perfezionata_pagata",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoDomanda.RESPINTA.value) | ~Q(motivo=""),
                name="domanda_respinta_con_motivo",
            ),
            models.CheckConstraint(condition=Q(anni__in=[1, 2]), name="domanda_anni"),
        ]
        indexes = [models.Index(fields=["istituto", "stato"], name="domanda_stato")]

    def __str__(self) -> str:
        return f"domanda {self.pk}"


class Carta(DiIstituto):
    """A paper of an application: the checked file, or what was shown at the desk."""

    domanda = models.ForeignKey(DomandaIscrizione, models.PROTECT, related_name="carte")
    tipo = models.CharField(max_length=16, choices=scelte(TipoCarta))
    file = models.FileField(upload_to="iscrizioni/", max_length=200, blank=True)
    nome_file = models.CharField(max_length=160, blank=True)
    tipo_contenuto = models.CharField(max_length=80, blank=True)
    impronta = models.CharField("SHA-256", max_length=64, blank=True)
    byte = models.PositiveIntegerField(null=True, blank=True)
    numero = models.CharField("numero del documento", max_length=60, blank=True)
    scade = models.DateField("valido fino al", null=True, blank=True)
    caricata_il = models.DateTimeField()
    verificata_il = models.DateTimeField(null=True, blank=True)
    verificata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    non_va = models.CharField("che cosa non va", max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "carte dell’iscrizione"
        ordering = ["domanda", "tipo", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file="") | ~Q(impronta=""), name="carta_file_ha_impronta"
            )
        ]

    def __str__(self) -> str:
        return f"carta {self.pk}"
