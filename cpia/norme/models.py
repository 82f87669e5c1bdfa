"""Regulations as data: by date, so that an old act keeps the rules of its day."""

from django.db import models
from django.db.models import F, Q

from cpia.scuola.models import DiIstituto


class Regolamento(DiIstituto):
    titolo = models.CharField(max_length=200)
    atto = models.CharField("atto di adozione", max_length=200, blank=True)
    dal = models.DateField("in vigore dal")
    al = models.DateField("in vigore fino al", null=True, blank=True)
    chiave_profilo = models.CharField(
        max_length=60, blank=True, help_text="Vuota se il regolamento è stato scritto dalla scuola."
    )

    bozza = models.BooleanField("in bozza", default=False)
    sostituisce = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="versioni_successive"
    )

    class Meta:
        verbose_name_plural = "regolamenti"
        ordering = ["titolo", "-dal"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "titolo", "dal", name="regolamento_titolo_dal_unico"
            ),
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="regolamento_dal_al"
            ),
        ]

    def __str__(self) -> str:
        return self.titolo


class Parametro(DiIstituto):
    """One value of a regulation with the article that says it."""

    regolamento = models.ForeignKey(Regolamento, models.CASCADE, related_name="parametri")
    chiave = models.CharField(max_length=120)
    tipo = models.CharField(max_length=16)
    valore = models.CharField(max_length=200)
    articolo = models.CharField(max_length=160)
    testo = models.TextField("parole del regolamento", blank=True)
    in_contrasto_con = models.TextField(
        blank=True, help_text="L’altra fonte che dice altro, con le sue parole."
    )

    class Meta:
        verbose_name_plural = "parametri"
        ordering = ["chiave"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "regolamento", "chiave", name="parametro_chiave_unica"
            )
        ]

    def __str__(self) -> str:
        return f"{self.chiave} = {self.valore}"


class Chiusura(DiIstituto):
    """Days on which the school is closed besides the holidays of the State and of the patron."""

    dal = models.DateField()
    al = models.DateField()
    motivo = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "chiusure"
        ordering = ["dal"]
        constraints = [
            models.CheckConstraint(condition=Q(al__gte=F("dal")), name="chiusura_dal_al"),
            models.UniqueConstraint("istituto", "dal", "motivo", name="chiusura_unica"),
        ]

    def __str__(self) -> str:
        return self.motivo
