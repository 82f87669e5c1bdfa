"""Students in classes and groups, and their passage from one year to the next."""

from django.db import models
from django.db.models import F, Q

from cpia.scuola.enums import Esito, ModoDocenti
from cpia.scuola.models.classi import Classe, Gruppo
from cpia.scuola.models.istituti import AnnoScolastico, DiIstituto
from cpia.scuola.models.persone import Persona


class Iscrizione(DiIstituto):
    """A student in a class, from a day to a day."""

    persona = models.ForeignKey(Persona, models.PROTECT, related_name="iscrizioni")
    classe = models.ForeignKey(Classe, models.PROTECT, related_name="iscrizioni")
    dal = models.DateField()
    al = models.DateField("fino al", null=True, blank=True)

    class Meta:
        verbose_name_plural = "iscrizioni"
        ordering = ["persona__cognome", "persona__nome", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "classe", "persona", name="iscrizione_unica"),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="iscrizione_dal_al"
            ),
        ]

    def __str__(self) -> str:
        return f"iscrizione {self.pk}"


class Appartenenza(DiIstituto):
    gruppo = models.ForeignKey(Gruppo, models.CASCADE, related_name="appartenenze")
    iscrizione = models.ForeignKey(Iscrizione, models.CASCADE, related_name="appartenenze")

    class Meta:
        verbose_name_plural = "appartenenze"
        constraints = [
            models.UniqueConstraint("istituto", "gruppo", "iscrizione", name="appartenenza_unica")
        ]

    def __str__(self) -> str:
        return f"appartenenza {self.pk}"


class Passaggio(DiIstituto):
    """From one school year to the next: what was asked to be copied, when it was last done."""

    anno_scolastico = models.OneToOneField(AnnoScolastico, models.PROTECT, related_name="passaggio")
    docenti = models.CharField(
        "i docenti", max_length=8, choices=ModoDocenti, default=ModoDocenti.SEGUE
    )
    scelte = models.JSONField(
        default=list, help_text="Le chiavi di ciò che si copia: «cattedra-12», «gruppo-5»…"
    )
    compiuto_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "passaggi d’anno"

    def __str__(self) -> str:
        return f"passaggio {self.pk}"


class EsitoAnno(DiIstituto):
    """What becomes of a student at the end of the year: decided first, done by the passage.

    An empty ``esito`` is a decision taken back: the student is to be decided again.
    """

    iscrizione = models.OneToOneField(Iscrizione, models.PROTECT, related_name="esito")
    esito = models.CharField(max_length=12, choices=Esito, blank=True)
    classe_di_arrivo = models.ForeignKey(
        Classe, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ultimo_giorno = models.DateField("ultimo giorno di chi lascia", null=True, blank=True)
    passato_il = models.DateTimeField("passaggio compiuto il", null=True, blank=True)

    class Meta:
        verbose_name_plural = "esiti dell’anno"
        constraints = [
            models.CheckConstraint(
                condition=Q(ultimo_giorno__isnull=True) | Q(esito=Esito.LASCIA),
                name="esito_anno_ultimo_giorno_di_chi_lascia",
            ),
            models.CheckConstraint(
                condition=~Q(esito="") | Q(passato_il__isnull=True),
                name="esito_anno_passa_chi_e_deciso",
            ),
        ]

    def __str__(self) -> str:
        return f"esito {self.pk}"
