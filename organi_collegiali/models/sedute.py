"""Sittings, the notices that convene them, who is convened, who comes in and goes out."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.enums import (
    Componente,
    GenereAtto,
    MezzoAvviso,
    NaturaPunto,
    Platea,
    Presenza,
    Risposta,
    StatoSeduta,
)
from organi_collegiali.models.organi import Mandato, OrganoCollegiale

TIPI_SEDUTA = [
    ("ordinaria", "ordinaria"),
    ("straordinaria", "straordinaria"),
    ("urgente", "urgente"),
]
# Who can be counted at a sitting that has been called to order.
TENUTE = [StatoSeduta.IN_CORSO.value, StatoSeduta.SOSPESA.value, StatoSeduta.CHIUSA.value]


class Seduta(DiIstituto):
    """A sitting, from its draft to its closing.

    ``numero`` is taken when it is convened and stays. ``versione`` grows at every change that the
    screens of the others must show.
    """

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="sedute")
    numero = models.PositiveIntegerField(null=True, blank=True)
    serie = models.CharField("serie del numero", max_length=10, blank=True)
    tipo = models.CharField(max_length=14, choices=TIPI_SEDUTA, default="ordinaria")
    platea = models.CharField(max_length=14, choices=scelte(Platea), default=Platea.TUTTI.value)
    inizio_previsto = models.DateTimeField("giorno e ora", null=True, blank=True)
    fine_prevista = models.DateTimeField(null=True, blank=True)
    luogo = models.CharField(max_length=160, blank=True)
    collegamento = models.URLField("collegamento a distanza", max_length=300, blank=True)
    motivo_urgenza = models.CharField("perché è urgente", max_length=300, blank=True)
    riservata = models.BooleanField(default=False)
    stato = models.CharField(
        max_length=12, choices=scelte(StatoSeduta), default=StatoSeduta.BOZZA.value
    )
    segue = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="seguito",
        help_text="La seduta deserta o aggiornata di cui questa riprende l’ordine del giorno.",
    )  # fmt: skip
    preparata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    presiede = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    verbalizza = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    aperta_il = models.DateTimeField(null=True, blank=True)
    chiusa_il = models.DateTimeField(null=True, blank=True)
    in_carica = models.PositiveSmallIntegerField(
        "componenti in carica all’apertura", null=True, blank=True
    )
    storica = models.BooleanField("caricata da un verbale su carta", default=False)
    modificata_il = models.DateTimeField()
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "sedute"
        ordering = ["-inizio_previsto", "-id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "organo", "serie", "numero", name="seduta_numero_unico"
            ),
            models.CheckConstraint(
                condition=Q(
                    stato__in=[StatoSeduta.BOZZA.value, StatoSeduta.ALLA_FIRMA.value],
                    numero__isnull=True,
                )
                | Q(numero__gte=1, inizio_previsto__isnull=False)
                & ~Q(stato__in=[StatoSeduta.BOZZA.value, StatoSeduta.ALLA_FIRMA.value]),
                name="seduta_bozza_o_numerata",
            ),
            models.CheckConstraint(
                condition=~Q(tipo="urgente")
                | ~Q(motivo_urgenza="")
                | Q(stato=StatoSeduta.BOZZA.value),
                name="seduta_urgente_con_motivo",
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=TENUTE) | Q(aperta_il__isnull=False, in_carica__gte=1),
                name="seduta_tenuta_aperta_il",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoSeduta.CHIUSA.value) | Q(chiusa_il__gte=F("aperta_il")),
                name="seduta_chiusa_dopo",
            ),
        ]
        indexes = [
            models.Index(fields=["istituto", "organo", "-inizio_previsto"], name="seduta_organo")
        ]

    def __str__(self) -> str:
        return f"seduta n. {self.numero}" if self.numero else "seduta in bozza"


class Avviso(DiIstituto):
    """A notice that left the office for a sitting: convocation, integration, postponement…

    ``testo`` are the exact words that were signed, ``perche`` the reasons of the judgement on its
    term, as they were on that day. Once sent it does not change.
    """

    seduta = models.ForeignKey(Seduta, models.PROTECT, related_name="avvisi")
    genere = models.CharField(max_length=14, choices=scelte(GenereAtto))
    testo = models.TextField("parole firmate", blank=True)
    motivo = models.CharField("perché", max_length=300, blank=True)
    nuovo_inizio = models.DateTimeField("rinviata a", null=True, blank=True)
    nuovo_luogo = models.CharField(max_length=160, blank=True)
    firmato_da = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    firmato_il = models.DateTimeField(null=True, blank=True)
    inviato_il = models.DateTimeField(null=True, blank=True)
    ultimo_giorno = models.DateField("ultimo giorno utile", null=True, blank=True)
    nei_termini = models.BooleanField(default=True)
    perche = models.JSONField(default=list)
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicazione = models.ForeignKey(
        Pubblicazione, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "avviso"
        verbose_name_plural = "avvisi di seduta"
        ordering = ["seduta", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(inviato_il__isnull=True) | Q(firmato_il__isnull=False),
                name="avviso_firmato_prima",
            ),
            models.UniqueConstraint(
                fields=["istituto", "seduta"],
                condition=Q(inviato_il__isnull=True),
                name="avviso_uno_in_partenza",
            ),
        ]

    def __str__(self) -> str:
        return f"avviso {self.pk}"


class PuntoAggiunto(DiIstituto):
    """An item that an integration of the agenda adds when it is sent, and not before."""

    avviso = models.ForeignKey(Avviso, models.CASCADE, related_name="punti_aggiunti")
    ordine = models.PositiveSmallIntegerField()
    titolo = models.CharField(max_length=600)
    natura = models.CharField(max_length=12, choices=scelte(NaturaPunto))
    su_persone = models.BooleanField("riguarda persone", default=False)
    titolo_pubblico = models.CharField("titolo senza nomi", max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "punti da aggiungere"
        ordering = ["avviso", "ordine"]
        constraints = [
            models.UniqueConstraint("istituto", "avviso", "ordine", name="punto_aggiunto_ordine"),
            models.CheckConstraint(
                condition=Q(su_persone=False) | ~Q(titolo_pubblico=""),
                name="punto_aggiunto_ha_titolo_pubblico",
            ),
        ]

    def __str__(self) -> str:
        return f"punto da aggiungere {self.pk}"


class Convocato(DiIstituto):
    """Somebody convened to a sitting: how he or she was told, what was answered, the roll call.

    ``mandato`` is missing for who is invited to speak and does not vote.
    """

    seduta = models.ForeignKey(Seduta, models.PROTECT, related_name="convocati")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    mandato = models.ForeignKey(Mandato, models.PROTECT, null=True, blank=True, related_name="+")
    componente = models.CharField(max_length=12, choices=scelte(Componente))
    con_voto = models.BooleanField(default=True)
    qualifica = models.CharField(max_length=120, blank=True)
    mezzo = models.CharField(
        max_length=8, choices=scelte(MezzoAvviso), default=MezzoAvviso.EMAIL.value
    )
    avvisato_il = models.DateTimeField(null=True, blank=True)
    risposta = models.CharField(max_length=8, choices=scelte(Risposta), blank=True)
    motivo_risposta = models.CharField("perché", max_length=200, blank=True)
    risposta_il = models.DateTimeField(null=True, blank=True)
    presenza = models.CharField("all’appello", max_length=22, choices=scelte(Presenza), blank=True)

    class Meta:
        verbose_name_plural = "convocati"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "seduta", "persona", name="convocato_una_volta")
        ]

    def __str__(self) -> str:
        return f"convocato {self.pk}"


class Movimento(DiIstituto):
    """A member comes in or goes out; the first coming in of who is there is the roll call."""

    convocato = models.ForeignKey(Convocato, models.PROTECT, related_name="movimenti")
    quando = models.DateTimeField()
    entra = models.BooleanField()
    a_distanza = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "movimenti"
        ordering = ["quando", "id"]

    def __str__(self) -> str:
        return f"{'entra' if self.entra else 'esce'} {self.convocato_id}"


class Sospensione(DiIstituto):
    seduta = models.ForeignKey(Seduta, models.PROTECT, related_name="sospensioni")
    dal = models.DateTimeField()
    al = models.DateTimeField(null=True, blank=True)
    motivo = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "sospensioni"
        ordering = ["dal", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="sospensione_dal_al"
            ),
            models.UniqueConstraint(
                fields=["istituto", "seduta"],
                condition=Q(al__isnull=True),
                name="sospensione_una_aperta",
            ),
        ]

    def __str__(self) -> str:
        return f"sospensione {self.pk}"
