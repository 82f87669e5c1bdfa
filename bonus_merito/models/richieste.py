"""What somebody declares: the request, its activities, their evidence."""

from django.db import models
from django.db.models import F, Q

from bonus_merito.enums import Gruppo, StatoRichiesta
from bonus_merito.models.criteri import Criterio
from bonus_merito.models.procedure import Procedura
from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona


class Richiesta(DiIstituto):
    """Who takes part: the request with its grid; sent, it gets a protocol and a frozen paper.

    Where nobody sent one, a row of office has the assessment; a draft of the same person stays
    beside it, private.
    ``vesti`` are the parts before it of the person for whom it was loaded.
    """

    vesti: frozenset[str] = frozenset()
    procedura = models.ForeignKey(Procedura, models.PROTECT, related_name="richieste")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    stato = models.CharField(
        max_length=10, choices=scelte(StatoRichiesta), default=StatoRichiesta.BOZZA.value
    )
    gruppo = models.CharField(max_length=16, choices=scelte(Gruppo), blank=True)
    cominciata_il = models.DateTimeField()
    inviata_il = models.DateTimeField(null=True, blank=True)
    ritirata_il = models.DateTimeField(null=True, blank=True)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "richieste"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            # What somebody wrote, and what the dirigente assesses of office, are two rows.
            models.UniqueConstraint(
                fields=["istituto", "procedura", "persona"],
                condition=~Q(stato=StatoRichiesta.D_UFFICIO.value),
                name="richiesta_propria_unica",
            ),
            models.UniqueConstraint(
                fields=["istituto", "procedura", "persona"],
                condition=Q(stato=StatoRichiesta.D_UFFICIO.value),
                name="richiesta_d_ufficio_unica",
            ),
            models.CheckConstraint(
                condition=~Q(stato=StatoRichiesta.INVIATA.value) | Q(inviata_il__isnull=False),
                name="richiesta_inviata_quando",
            ),
        ]

    def __str__(self) -> str:
        return f"richiesta {self.pk}"


class Attivita(DiIstituto):
    """A declared activity, and what the dirigente says of it.

    ``punti`` is the part of the whole percentage that it is worth: the areas sum theirs and never
    exceed their weight. ``altro_fondo`` is what already paid for it.
    """

    richiesta = models.ForeignKey(Richiesta, models.PROTECT, related_name="attivita")
    criterio = models.ForeignKey(Criterio, models.PROTECT, related_name="+")
    ordine = models.PositiveSmallIntegerField()
    titolo = models.CharField("attività", max_length=200)
    testo = models.TextField("che cosa si è fatto", max_length=4000)
    dal = models.DateField(null=True, blank=True)
    al = models.DateField(null=True, blank=True)
    altro_fondo = models.CharField("già pagata con", max_length=200, blank=True)
    confermata = models.BooleanField(null=True, blank=True)
    livello = models.PositiveSmallIntegerField("livello della Tabella A", null=True, blank=True)
    punti = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    motivo = models.CharField("giudizio", max_length=1000, blank=True)
    giudicata_il = models.DateTimeField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "attività dichiarate"
        ordering = ["richiesta", "ordine", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(livello__isnull=True) | Q(livello__in=[1, 2, 3]),
                name="attivita_livello",
            ),
            models.CheckConstraint(
                condition=Q(punti__isnull=True) | Q(punti__gte=0, punti__lte=100),
                name="attivita_punti",
            ),
            models.CheckConstraint(
                condition=~Q(confermata=True) | Q(livello__isnull=False, punti__isnull=False),
                name="attivita_confermata_pesata",
            ),
            models.CheckConstraint(
                condition=~Q(confermata=False) | ~Q(motivo=""), name="attivita_negata_con_motivo"
            ),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(dal__isnull=False, al__gte=F("dal")),
                name="attivita_dal_al",
            ),
        ]

    def __str__(self) -> str:
        return f"attività {self.pk}"


class Prova(DiIstituto):
    """The evidence of an activity: a checked file, or one of the school's own acts by reference."""

    attivita = models.ForeignKey(Attivita, models.PROTECT, related_name="prove")
    titolo = models.CharField(max_length=200)
    atto = models.ForeignKey(Documento, models.PROTECT, null=True, blank=True, related_name="+")
    file = models.FileField(upload_to="bonus/", max_length=200, blank=True)
    nome_file = models.CharField(max_length=160, blank=True)
    tipo_contenuto = models.CharField(max_length=80, blank=True)
    impronta = models.CharField("SHA-256", max_length=64, blank=True)
    byte = models.PositiveIntegerField(null=True, blank=True)
    caricata_il = models.DateTimeField()
    chiave = models.CharField("chiave del modulo", max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "prove delle attività"
        ordering = ["attivita", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(atto__isnull=False, file="") | Q(atto__isnull=True) & ~Q(file=""),
                name="prova_un_file_o_un_atto",
            ),
            models.CheckConstraint(
                condition=Q(file="") | ~Q(impronta=""), name="prova_bonus_file_ha_impronta"
            ),
            models.UniqueConstraint(
                fields=["istituto", "attivita", "chiave"],
                condition=~Q(chiave=""),
                name="prova_una_per_modulo",
            ),
        ]

    def __str__(self) -> str:
        return f"prova {self.pk}"
