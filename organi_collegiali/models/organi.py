"""Organs, who may sit in them, who sits, who stood for election."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from cpia.norme.enums import scelte
from cpia.scuola.models import Classe, DiIstituto, Persona, Sede
from organi_collegiali.enums import (
    Cambiamento,
    Carica,
    Componente,
    RegolaPresidente,
    RegolaSegretario,
    TipoOrgano,
    Titolo,
)


class OrganoCollegiale(DiIstituto):
    """A collegial organ of the institute, or one of its sections."""

    tipo = models.CharField(max_length=20, choices=scelte(TipoOrgano))
    nome = models.CharField(max_length=120)
    organo_padre = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="articolazioni"
    )
    classe = models.ForeignKey(Classe, models.PROTECT, null=True, blank=True, related_name="+")
    sede = models.ForeignKey(Sede, models.PROTECT, null=True, blank=True, related_name="+")
    regola_presidente = models.CharField(
        "chi presiede", max_length=20, choices=scelte(RegolaPresidente)
    )
    regola_segretario = models.CharField(
        "chi verbalizza", max_length=20, choices=scelte(RegolaSegretario)
    )
    anziano_tra = models.CharField(
        "se mancano presidente e vice, presiede il più anziano",
        max_length=12,
        choices=scelte(Componente),
        blank=True,
        help_text="Di quale componente; vuoto: di tutto l’organo.",
    )
    riservato = models.BooleanField("le sue sedute sono riservate", default=False)
    dal = models.DateField("costituito il")
    rinnovato_il = models.DateField("ultimo rinnovo", null=True, blank=True)
    al = models.DateField("fino al", null=True, blank=True)

    class Meta:
        verbose_name = "organo collegiale"
        verbose_name_plural = "organi collegiali"
        ordering = ["tipo", "nome", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "nome", "dal", name="organo_nome_unico"),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="organo_dal_al"
            ),
        ]

    def __str__(self) -> str:
        return self.nome

    @property
    def norma(self) -> str:
        """Whose parameters govern it: the middle part of ``organi.<norma>.…``."""
        return TipoOrgano(self.tipo).norma


class Composizione(DiIstituto):
    """How many seats a component has; ``di_diritto`` seats follow the roles of today."""

    organo = models.ForeignKey(OrganoCollegiale, models.CASCADE, related_name="composizione")
    componente = models.CharField(max_length=12, choices=scelte(Componente))
    posti = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Vuoto: tutti.")
    con_voto = models.BooleanField(default=True)
    titolo = models.CharField(max_length=12, choices=scelte(Titolo))
    fonte = models.CharField("norma", max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "composizioni"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "organo", "componente", "con_voto", "titolo", name="composizione_unica"
            )
        ]

    def __str__(self) -> str:
        return f"{self.componente}: {self.posti}"


class Mandato(DiIstituto):
    """Somebody sits in an organ, from a day to a day, for a component."""

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="mandati")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="mandati")
    componente = models.CharField(max_length=12, choices=scelte(Componente))
    titolo = models.CharField(max_length=12, choices=scelte(Titolo))
    carica = models.CharField(max_length=16, choices=scelte(Carica), blank=True)
    con_voto = models.BooleanField(default=True)
    qualifica = models.CharField(
        max_length=120, blank=True, help_text="Per esempio: assessore, revisore dei conti."
    )
    supplente_di = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supplenti"
    )
    subentra_a = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="subentro"
    )
    lista = models.CharField(max_length=60, blank=True)
    dal = models.DateField()
    al = models.DateField("fino al", null=True, blank=True)
    atto = models.CharField("atto di nomina o proclamazione", max_length=200, blank=True)
    cessato_per = models.CharField(max_length=12, choices=scelte(Cambiamento), blank=True)

    class Meta:
        verbose_name_plural = "mandati"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="mandato_dal_al"
            ),
            models.CheckConstraint(
                condition=Q(cessato_per="") | Q(al__isnull=False), name="mandato_cessato_il"
            ),
            models.UniqueConstraint(
                fields=["istituto", "organo", "carica"],
                condition=Q(al__isnull=True) & ~Q(carica=""),
                name="mandato_una_carica",
            ),
            models.UniqueConstraint(
                fields=["istituto", "organo", "persona"],
                condition=Q(al__isnull=True),
                name="mandato_uno_a_testa",
            ),
        ]
        indexes = [models.Index(fields=["organo", "dal"], name="mandato_per_organo")]

    def __str__(self) -> str:
        return f"mandato {self.pk}"

    def in_carica(self, giorno: date) -> bool:
        """Whether it is in force on a day, the last included."""
        return self.dal <= giorno and (self.al is None or giorno <= self.al)


class Elezione(DiIstituto):
    """The election of the representatives of one component in one organ."""

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="elezioni")
    componente = models.CharField(max_length=12, choices=scelte(Componente))
    posti = models.PositiveSmallIntegerField()
    votata_il = models.DateField("si è votato il")
    proclamata_il = models.DateField(null=True, blank=True)
    atto = models.CharField("verbale del seggio", max_length=200, blank=True)
    dal = models.DateField("mandato dal")
    al = models.DateField("mandato fino al", null=True, blank=True)

    class Meta:
        verbose_name_plural = "elezioni"
        ordering = ["-votata_il", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(posti__gte=1), name="elezione_posti"),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="elezione_dal_al"
            ),
        ]

    def __str__(self) -> str:
        return f"elezione {self.pk}"


class ListaElettorale(DiIstituto):
    """A list of candidates and the votes that it got; ``sorteggio`` is drawn among equal lists.

    Seats go to lists by their votes (O.M. 215/1991 art. 44); where all the electors are one list
    there are none of these rows.
    """

    elezione = models.ForeignKey(Elezione, models.CASCADE, related_name="liste")
    nome = models.CharField(max_length=60)
    voti = models.PositiveIntegerField("voti di lista", default=0)
    sorteggio = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = "lista elettorale"
        verbose_name_plural = "liste elettorali"
        ordering = ["elezione", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "elezione", "nome", name="lista_nome_unico")
        ]

    def __str__(self) -> str:
        return self.nome


class Candidatura(DiIstituto):
    """Somebody who stood, with the votes; ``sorteggio`` is the lot drawn among equals."""

    elezione = models.ForeignKey(Elezione, models.CASCADE, related_name="candidature")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    lista = models.CharField(max_length=60, blank=True)
    ordine = models.PositiveSmallIntegerField("posto in lista")
    voti = models.PositiveIntegerField(default=0)
    sorteggio = models.PositiveSmallIntegerField(null=True, blank=True)
    eletto = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "candidature"
        ordering = ["elezione", "lista", "-voti", "ordine"]
        constraints = [
            models.UniqueConstraint("istituto", "elezione", "persona", name="candidatura_unica")
        ]

    def __str__(self) -> str:
        return f"candidatura {self.pk}"


class Numeratore(DiIstituto):
    """The last number given to the sittings or to the deliberations of an organ in a series.

    ``serie`` is empty where the count never restarts, else the school year or the day of the
    last renewal, as the parameter says. Its row is locked by who takes the next number.
    """

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="numeratori")
    di_che_cosa = models.CharField(
        max_length=10, choices=[("sedute", "sedute"), ("delibere", "delibere")]
    )
    serie = models.CharField(max_length=10, blank=True)
    ultimo = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "numeratori"
        constraints = [
            models.UniqueConstraint(
                "istituto", "organo", "di_che_cosa", "serie", name="numeratore_unico"
            )
        ]

    def __str__(self) -> str:
        return f"{self.di_che_cosa} {self.serie}: {self.ultimo}"
