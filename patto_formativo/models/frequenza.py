"""Groups of level, lessons by unit, who attended, who is silent."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import AnnoScolastico, DiIstituto, Persona, Sede
from organi_collegiali.models import Delibera
from patto_formativo.enums import GenereAvviso, Livello, MezzoSegno, Percorso
from patto_formativo.models.corsisti import Corsista
from patto_formativo.models.offerta import UnitaApprendimento


class Gruppo(DiIstituto):
    """A group of level: those who study together at a site."""

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    nome = models.CharField(max_length=80)
    percorso = models.CharField(max_length=32, choices=scelte(Percorso))
    livello = models.CharField(max_length=2, choices=scelte(Livello), blank=True)
    sede = models.ForeignKey(Sede, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "gruppi di livello"
        ordering = ["nome", "id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "anno_scolastico", "nome", name="gruppo_di_livello_nome_unico"
            )
        ]

    def __str__(self) -> str:
        return self.nome


class DocenteGruppo(DiIstituto):
    """Who teaches a group."""

    gruppo = models.ForeignKey(Gruppo, models.CASCADE, related_name="docenti")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="gruppi_cpia")
    asse = models.CharField("asse o disciplina", max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "docenti dei gruppi"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "gruppo", "persona", name="docente_gruppo_unico")
        ]

    def __str__(self) -> str:
        return f"docente {self.pk}"


class Membro(DiIstituto):
    """A person in a group, from a day to a day."""

    gruppo = models.ForeignKey(Gruppo, models.PROTECT, related_name="membri")
    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="gruppi")
    dal = models.DateField()
    al = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "membri dei gruppi"
        ordering = ["corsista__persona__cognome", "corsista__persona__nome", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "gruppo", "corsista"],
                condition=Q(al__isnull=True),
                name="membro_una_volta",
            ),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="membro_dal_al"
            ),
        ]

    def __str__(self) -> str:
        return f"membro {self.pk}"


class Lezione(DiIstituto):
    """A lesson of a unit to a group, in presence or at a distance."""

    gruppo = models.ForeignKey(Gruppo, models.PROTECT, related_name="lezioni")
    unita = models.ForeignKey(UnitaApprendimento, models.PROTECT, related_name="lezioni")
    giorno = models.DateField()
    dalle = models.TimeField(null=True, blank=True)
    ore = models.DecimalField(max_digits=4, decimal_places=2)
    a_distanza = models.BooleanField(default=False)
    argomento = models.CharField(max_length=300, blank=True)
    docente = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    registrata_il = models.DateTimeField()
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "lezioni"
        ordering = ["-giorno", "-dalle", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ore__gt=0, ore__lte=12), name="lezione_ore")
        ]
        indexes = [models.Index(fields=["istituto", "gruppo", "-giorno"], name="lezione_gruppo")]

    def __str__(self) -> str:
        return f"lezione {self.pk}"


class Presenza(DiIstituto):
    """Hours of a person at a lesson; at a distance they count once the teacher has checked them."""

    lezione = models.ForeignKey(Lezione, models.CASCADE, related_name="presenze")
    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="presenze")
    ore = models.DecimalField(max_digits=4, decimal_places=2)
    verifica = models.CharField("come si è verificata", max_length=200, blank=True)
    verificata_il = models.DateTimeField(null=True, blank=True)
    verificata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "presenze"
        constraints = [
            models.UniqueConstraint("istituto", "lezione", "corsista", name="presenza_unica"),
            models.CheckConstraint(condition=Q(ore__gte=0, ore__lte=12), name="presenza_ore"),
            models.CheckConstraint(
                condition=Q(verificata_il__isnull=True)
                | Q(verificata_da__isnull=False) & ~Q(verifica=""),
                name="presenza_verificata_con_che_cosa",
            ),
        ]

    def __str__(self) -> str:
        return f"presenza {self.pk}"


class Segno(DiIstituto):
    """A word from who is absent: it breaks the silence (art. 8)."""

    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="segni")
    giorno = models.DateField()
    mezzo = models.CharField(max_length=10, choices=scelte(MezzoSegno))
    testo = models.CharField(max_length=300)
    registrato_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    registrato_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "segni di chi è assente"
        ordering = ["-giorno", "-id"]

    def __str__(self) -> str:
        return f"segno {self.pk}"


class AvvisoAssenza(DiIstituto):
    """The notice that comes before a withdrawal, or the report about a minor, as it was sent."""

    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="avvisi_assenza")
    genere = models.CharField(max_length=8, choices=scelte(GenereAvviso))
    giorno = models.DateField()
    perche = models.JSONField(default=list)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    mandato_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    mandato_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "avvisi di assenza"
        ordering = ["-giorno", "-id"]

    def __str__(self) -> str:
        return f"avviso {self.pk}"


class Deroga(DiIstituto):
    """A derogation from the 70 per cent: proposed by the council, approved by the Collegio."""

    corsista = models.ForeignKey(Corsista, models.PROTECT, related_name="deroghe")
    motivo = models.CharField(max_length=400)
    proposta_il = models.DateField()
    proposta_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    consiglio = models.CharField("consiglio che la propone", max_length=200)
    delibera = models.ForeignKey(Delibera, models.PROTECT, null=True, blank=True, related_name="+")
    estremi = models.CharField("delibera del Collegio", max_length=200, blank=True)
    approvata_il = models.DateField(null=True, blank=True)
    respinta_il = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "deroghe"
        ordering = ["-proposta_il", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approvata_il__isnull=True)
                | Q(respinta_il__isnull=True) & ~Q(estremi=""),
                name="deroga_approvata_con_delibera",
            )
        ]

    def __str__(self) -> str:
        return f"deroga {self.pk}"
