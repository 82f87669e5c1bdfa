"""Levels of competence: campaign, entry by subject, means, frozen class, certificates."""

from fractions import Fraction

from django.db import models
from django.db.models import F, Q

from competenze.enums import (
    Livello,
    OrigineLivello,
    StatoClasse,
    StatoInserimento,
    StatoRilevazione,
)
from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import (
    AnnoScolastico,
    Cattedra,
    Classe,
    Corso,
    DiIstituto,
    Disciplina,
    Iscrizione,
    Persona,
)

LIVELLI_CERTIFICABILI = [Livello.A, Livello.B, Livello.C, Livello.D]


class QuadroCompetenze(models.Model):
    """A framework of competences as the Ministry publishes it; the same for the whole network."""

    codice = models.SlugField(unique=True)
    titolo = models.CharField(max_length=200)
    norma = models.CharField(max_length=120)
    fonte = models.CharField(max_length=300)
    nota_multilinguistica = models.TextField(blank=True)
    riga_libera = models.TextField(blank=True)
    dal = models.DateField("in vigore dal")
    al = models.DateField("in vigore fino al", null=True, blank=True)

    class Meta:
        verbose_name_plural = "quadri di competenze"
        ordering = ["-dal", "codice"]

    def __str__(self) -> str:
        return self.titolo


class Competenza(models.Model):
    quadro = models.ForeignKey(QuadroCompetenze, models.PROTECT, related_name="competenze")
    codice = models.SlugField()
    ordine = models.PositiveSmallIntegerField()
    nome = models.CharField(max_length=160)
    nome_breve = models.CharField(max_length=40)
    per_lingua = models.BooleanField("un livello per ogni lingua", default=False)
    descrittore = models.TextField()

    class Meta:
        verbose_name_plural = "competenze"
        ordering = ["quadro", "ordine"]
        constraints = [
            models.UniqueConstraint("quadro", "codice", name="competenza_codice_unico"),
            models.UniqueConstraint("quadro", "ordine", name="competenza_ordine_unico"),
        ]

    def __str__(self) -> str:
        return self.nome


class DescrizioneLivello(models.Model):
    quadro = models.ForeignKey(QuadroCompetenze, models.PROTECT, related_name="livelli")
    livello = models.CharField(max_length=2, choices=scelte(LIVELLI_CERTIFICABILI))
    testo = models.TextField()

    class Meta:
        verbose_name_plural = "descrizioni dei livelli"
        ordering = ["quadro", "livello"]
        constraints = [
            models.UniqueConstraint("quadro", "livello", name="descrizione_livello_unica")
        ]

    def __str__(self) -> str:
        return f"{self.livello} {self.testo[:40]}"


class Rilevazione(DiIstituto):
    """A campaign: which classes, by which framework, from which days."""

    titolo = models.CharField(max_length=160)
    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    anno_di_corso = models.PositiveSmallIntegerField()
    quadro = models.ForeignKey(QuadroCompetenze, models.PROTECT, related_name="+")
    circolare = models.CharField("atto che la indice", max_length=200, blank=True)
    inserimento_dal = models.DateField("si inserisce dal")
    consultazione_dal = models.DateField("il coordinatore consulta dal")
    stato = models.CharField(
        max_length=8, choices=scelte(StatoRilevazione), default=StatoRilevazione.BOZZA.value
    )

    class Meta:
        verbose_name_plural = "rilevazioni"
        ordering = ["-inserimento_dal", "-id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "anno_scolastico", "anno_di_corso", "quadro",
                name="rilevazione_unica",
            ),
            models.CheckConstraint(
                condition=Q(consultazione_dal__gte=F("inserimento_dal")),
                name="rilevazione_si_consulta_dopo",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.titolo


class Abbinamento(DiIstituto):
    """Which subject assesses which competence in a course, as the Collegio decided."""

    rilevazione = models.ForeignKey(Rilevazione, models.CASCADE, related_name="abbinamenti")
    corso = models.ForeignKey(Corso, models.PROTECT, related_name="+")
    disciplina = models.ForeignKey(Disciplina, models.PROTECT, related_name="+")
    competenza = models.ForeignKey(Competenza, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "abbinamenti"
        constraints = [
            models.UniqueConstraint(
                "istituto", "rilevazione", "corso", "disciplina", "competenza",
                name="abbinamento_unico",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"abbinamento {self.pk}"


class ClasseRilevata(DiIstituto):
    """A class within a campaign, with its scrutinio and its state."""

    rilevazione = models.ForeignKey(Rilevazione, models.PROTECT, related_name="classi")
    classe = models.ForeignKey(Classe, models.PROTECT, related_name="+")
    scrutinio_il = models.DateTimeField("scrutinio", null=True, blank=True)
    stato = models.CharField(
        max_length=12, choices=scelte(StatoClasse), default=StatoClasse.APERTA.value
    )
    congelata_il = models.DateTimeField(null=True, blank=True)
    congelata_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "classi rilevate"
        ordering = ["classe__anno_di_corso", "classe__corso__sigla", "classe__sezione"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "rilevazione", "classe", name="classe_rilevata_unica"
            ),
            models.CheckConstraint(
                condition=Q(stato=StatoClasse.APERTA.value, congelata_il__isnull=True)
                | (~Q(stato=StatoClasse.APERTA.value) & Q(congelata_il__isnull=False)),
                name="classe_rilevata_congelata_il",
            ),
        ]

    def __str__(self) -> str:
        return f"classe rilevata {self.pk}"


class Inserimento(DiIstituto):
    """The entry of one subject in one class: one per cattedra, however many teach it."""

    classe_rilevata = models.ForeignKey(ClasseRilevata, models.PROTECT, related_name="inserimenti")
    cattedra = models.ForeignKey(Cattedra, models.PROTECT, related_name="+")
    stato = models.CharField(
        max_length=12, choices=scelte(StatoInserimento), default=StatoInserimento.APERTO.value
    )
    registrato_il = models.DateTimeField(null=True, blank=True)
    registrato_da = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="+"
    )
    motivo_riapertura = models.CharField(max_length=300, blank=True)
    motivo_mancanza = models.CharField(
        "perché si congela senza questa disciplina", max_length=300, blank=True
    )

    class Meta:
        verbose_name_plural = "inserimenti"
        ordering = ["cattedra__disciplina__nome", "id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "classe_rilevata", "cattedra", name="inserimento_unico"
            ),
            models.CheckConstraint(
                condition=Q(stato=StatoInserimento.APERTO.value, registrato_il__isnull=True)
                | Q(stato=StatoInserimento.REGISTRATO.value, registrato_il__isnull=False),
                name="inserimento_registrato_il",
            ),
        ]

    def __str__(self) -> str:
        return f"inserimento {self.pk}"


class Valutazione(DiIstituto):
    """The level one subject gives one student in one competence.

    ``versione`` grows at every change: who writes says which one was on the screen, so nobody
    overwrites a colleague without knowing. A cell that was emptied keeps its row and version.
    """

    inserimento = models.ForeignKey(
        Inserimento, models.PROTECT, related_name="valutazioni", db_index=False
    )
    iscrizione = models.ForeignKey(Iscrizione, models.PROTECT, related_name="+")
    competenza = models.ForeignKey(Competenza, models.PROTECT, related_name="+")
    livello = models.CharField(max_length=2, choices=scelte(Livello), blank=True)
    motivo = models.CharField("perché non valutato", max_length=300, blank=True)
    versione = models.PositiveIntegerField(default=1)
    autore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    modificata_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "valutazioni"
        constraints = [
            models.UniqueConstraint(
                fields=["inserimento", "iscrizione", "competenza"],
                include=["livello", "istituto"],
                name="valutazione_unica",
            ),
            models.CheckConstraint(
                condition=Q(livello=Livello.NV.value) & ~Q(motivo="")
                | ~Q(livello=Livello.NV.value) & Q(motivo=""),
                name="valutazione_nv_con_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"valutazione {self.pk}"


class Decisione(DiIstituto):
    """The level that the coordinator proposes instead of the mean, with the reason."""

    classe_rilevata = models.ForeignKey(ClasseRilevata, models.PROTECT, related_name="decisioni")
    iscrizione = models.ForeignKey(Iscrizione, models.PROTECT, related_name="+")
    competenza = models.ForeignKey(Competenza, models.PROTECT, related_name="+")
    lingua = models.CharField(max_length=40, blank=True)
    livello = models.CharField(max_length=2, choices=scelte(LIVELLI_CERTIFICABILI))
    motivo = models.TextField()
    autore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    decisa_il = models.DateTimeField()
    ritirata_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "decisioni"
        ordering = ["iscrizione__persona__cognome", "iscrizione__persona__nome", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "classe_rilevata", "iscrizione", "competenza", "lingua"],
                condition=Q(ritirata_il__isnull=True),
                name="decisione_in_vigore_unica",
            ),
            models.CheckConstraint(condition=~Q(motivo=""), name="decisione_con_motivo"),
        ]

    def __str__(self) -> str:
        return f"decisione {self.pk}"


class LivelloCertificato(DiIstituto):
    """A level of a frozen class: what is proposed, and what the consiglio di classe deliberated.

    ``livello`` empty means «da definire in scrutinio»; NV means that the consiglio certifies no
    level there, with its reason.
    """

    classe_rilevata = models.ForeignKey(ClasseRilevata, models.PROTECT, related_name="livelli")
    iscrizione = models.ForeignKey(Iscrizione, models.PROTECT, related_name="+")
    competenza = models.ForeignKey(Competenza, models.PROTECT, related_name="+")
    lingua = models.CharField(max_length=40, blank=True)
    media_numeratore = models.PositiveIntegerField(null=True, blank=True)
    media_denominatore = models.PositiveIntegerField(null=True, blank=True)
    numero = models.PositiveSmallIntegerField("quante valutazioni", default=0)
    proposto = models.CharField(max_length=2, choices=scelte(LIVELLI_CERTIFICABILI), blank=True)
    livello = models.CharField(max_length=2, choices=scelte(Livello), blank=True)
    origine = models.CharField(max_length=12, choices=scelte(OrigineLivello))
    motivo = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "livelli certificati"
        constraints = [
            models.UniqueConstraint(
                "istituto", "classe_rilevata", "iscrizione", "competenza", "lingua",
                name="livello_certificato_unico",
            ),
            models.CheckConstraint(
                condition=Q(origine=OrigineLivello.MEDIA.value) | ~Q(motivo=""),
                name="livello_diverso_con_motivo",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"livello certificato {self.pk}"

    @property
    def media(self) -> Fraction | None:
        """The exact mean of the single teachers, or None when nobody assessed."""
        if self.media_numeratore is None or self.media_denominatore is None:
            return None
        return Fraction(self.media_numeratore, self.media_denominatore)


class Emissione(DiIstituto):
    """The certificates of a class given out together under one protocol number."""

    classe_rilevata = models.ForeignKey(ClasseRilevata, models.PROTECT, related_name="emissioni")
    protocollo = models.OneToOneField(Protocollo, models.PROTECT, related_name="+")
    documento_classe = models.OneToOneField(
        Documento, models.PROTECT, related_name="+", null=True, blank=True
    )
    emessa_il = models.DateTimeField()
    emessa_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    annullata_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "emissioni"
        ordering = ["-emessa_il", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "classe_rilevata"],
                condition=Q(annullata_il__isnull=True),
                name="emissione_in_vigore_unica",
            )
        ]

    def __str__(self) -> str:
        return f"emissione {self.pk}"


class Certificato(DiIstituto):
    emissione = models.ForeignKey(Emissione, models.PROTECT, related_name="certificati")
    iscrizione = models.ForeignKey(Iscrizione, models.PROTECT, related_name="+")
    documento = models.OneToOneField(Documento, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "certificati"
        constraints = [
            models.UniqueConstraint("istituto", "emissione", "iscrizione", name="certificato_unico")
        ]

    def __str__(self) -> str:
        return f"certificato {self.pk}"


class Tabellone(DiIstituto):
    """The sheet of a frozen class as it was printed for the scrutinio."""

    classe_rilevata = models.ForeignKey(ClasseRilevata, models.PROTECT, related_name="tabelloni")
    documento = models.OneToOneField(Documento, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "tabelloni"

    def __str__(self) -> str:
        return f"tabellone {self.pk}"


class RigaLibera(DiIstituto):
    """The free line of the certificate: other significant competences a student has shown."""

    classe_rilevata = models.ForeignKey(ClasseRilevata, models.PROTECT, related_name="righe_libere")
    iscrizione = models.ForeignKey(Iscrizione, models.PROTECT, related_name="+")
    testo = models.CharField(max_length=400, blank=True)

    class Meta:
        verbose_name_plural = "righe libere"
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "classe_rilevata", "iscrizione"], name="riga_libera_unica"
            )
        ]

    def __str__(self) -> str:
        return f"riga libera {self.pk}"
