"""What is due, who must be told, and the long work that somebody waits for."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo
from cpia.avvisi.enums import (
    Posta,
    Riscontro,
    Risposta,
    StatoLavoro,
    StatoPromemoria,
    TipoCircolare,
)
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Cattedra, Classe, DiIstituto, Persona, Sede


class Scadenza(DiIstituto):
    """What is due by when, addressed to a role over a class or a subject, or to one person.

    Addressed to the role and not to its holder: a substitute finds it on the desk on the first
    day and no longer finds it after the last.
    """

    chiave = models.CharField(max_length=120)
    app = models.CharField(max_length=24)
    titolo = models.CharField(max_length=200)
    dettaglio = models.CharField(max_length=300, blank=True)
    verbo = models.CharField("parola del bottone", max_length=30, default="Apri")
    indirizzo = models.CharField(max_length=200)
    visibile_dal = models.DateField()
    entro_il = models.DateField("ultimo giorno utile")
    ruolo = models.CharField(max_length=24, choices=Ruolo, blank=True)
    classe = models.ForeignKey(Classe, models.PROTECT, null=True, blank=True, related_name="+")
    cattedra = models.ForeignKey(Cattedra, models.PROTECT, null=True, blank=True, related_name="+")
    persona = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    perche = models.JSONField(default=list)
    chiusa_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "scadenze"
        ordering = ["entro_il", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "chiave", name="scadenza_chiave_unica"),
            models.CheckConstraint(
                condition=~Q(ruolo="") | Q(persona__isnull=False), name="scadenza_di_qualcuno"
            ),
        ]
        indexes = [
            models.Index(
                fields=["istituto", "entro_il"],
                condition=Q(chiusa_il__isnull=True),
                name="scadenza_aperta",
            )
        ]

    def __str__(self) -> str:
        return self.titolo


class Promemoria(DiIstituto):
    """One row of the outbox: a notice that must reach one person, once.

    ``tipo`` names who knows whether it is still due (registered by the apps at start-up) and
    ``riferimento`` is what that check is asked about. Who is no person of the school yet has an
    address only (``email``) and is told by mail alone; once that has left, its text is not kept.
    """

    chiave = models.CharField(max_length=160)
    tipo = models.CharField(max_length=60)
    riferimento = models.CharField(max_length=120)
    destinatario = models.ForeignKey(
        Persona, models.PROTECT, null=True, blank=True, related_name="promemoria"
    )
    email = models.EmailField("e-mail di chi non è ancora fra le persone", blank=True)
    oggetto = models.CharField(max_length=200)
    testo = models.TextField()
    indirizzo = models.CharField(max_length=200)
    dovuto_il = models.DateTimeField()
    subito = models.BooleanField("per e-mail anche a chi vuole il riepilogo", default=False)
    stato = models.CharField(
        max_length=16, choices=StatoPromemoria, default=StatoPromemoria.IN_ATTESA
    )
    tentativi = models.PositiveSmallIntegerField(default=0)
    prossimo_tentativo_il = models.DateTimeField()
    inviato_il = models.DateTimeField(null=True, blank=True)
    esito = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "promemoria"
        ordering = ["dovuto_il", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "chiave", name="promemoria_chiave_unica"),
            models.CheckConstraint(
                condition=Q(destinatario__isnull=False, email="")
                | Q(destinatario__isnull=True) & ~Q(email=""),
                name="promemoria_persona_o_email",
            ),
        ]
        indexes = [
            models.Index(
                fields=["istituto", "prossimo_tentativo_il"],
                condition=Q(stato=StatoPromemoria.IN_ATTESA),
                name="promemoria_da_inviare",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tipo} {self.riferimento}"

    @property
    def id_persona(self) -> int:
        """The person whom it is for; 0, which nobody has, of who has an address only."""
        return self.destinatario_id or 0


class Notifica(DiIstituto):
    """The notice as the person finds it in the portal."""

    promemoria = models.OneToOneField(Promemoria, models.PROTECT, related_name="notifica")
    destinatario = models.ForeignKey(Persona, models.PROTECT, related_name="notifiche")
    oggetto = models.CharField(max_length=200)
    testo = models.TextField()
    indirizzo = models.CharField(max_length=200)
    creata_il = models.DateTimeField()
    letta_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "notifiche"
        ordering = ["-creata_il", "-id"]
        indexes = [
            models.Index(
                fields=["istituto", "destinatario"],
                condition=Q(letta_il__isnull=True),
                name="notifica_da_leggere",
            )
        ]

    def __str__(self) -> str:
        return f"notifica {self.pk}"


class Lavoro(DiIstituto):
    """A long job somebody waits for: survives a lost broker, shows how far it is."""

    tipo = models.CharField("nome del task", max_length=80)
    riferimento = models.BigIntegerField()
    titolo = models.CharField(max_length=200)
    indirizzo = models.CharField("dove porta quando è finito", max_length=200, blank=True)
    stato = models.CharField(max_length=16, choices=StatoLavoro, default=StatoLavoro.IN_CODA)
    totale = models.PositiveIntegerField(default=0)
    fatti = models.PositiveIntegerField(default=0)
    errori = models.JSONField(default=list)
    richiesto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    richiesto_il = models.DateTimeField()
    aggiornato_il = models.DateTimeField()
    finito_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "lavori"
        ordering = ["-richiesto_il", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fatti__lte=F("totale")), name="lavoro_fatti_entro_totale"
            ),
            models.UniqueConstraint(
                fields=["istituto", "tipo", "riferimento"],
                condition=Q(stato__in=[StatoLavoro.IN_CODA, StatoLavoro.IN_CORSO]),
                name="lavoro_uno_alla_volta",
            ),
        ]

    def __str__(self) -> str:
        return self.titolo


class PreferenzeAvvisi(DiIstituto):
    """How a person wants to be told; who has no row wants each notice at once."""

    persona = models.OneToOneField(Persona, models.CASCADE, related_name="preferenze_avvisi")
    posta = models.CharField(max_length=12, choices=Posta, default=Posta.SUBITO)
    ora_riepilogo = models.PositiveSmallIntegerField("ora del riepilogo", default=7)
    ultimo_riepilogo = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "preferenze sugli avvisi"
        constraints = [
            models.CheckConstraint(condition=Q(ora_riepilogo__lte=23), name="riepilogo_ora")
        ]

    def __str__(self) -> str:
        return f"preferenze {self.pk}"


class CalendarioPrivato(DiIstituto):
    """The address of a person's calendar feed; only its hash is kept, and it can be revoked."""

    persona = models.ForeignKey(Persona, models.CASCADE, related_name="calendari")
    impronta_codice = models.CharField(max_length=64)
    creato_il = models.DateTimeField()
    letto_il = models.DateTimeField(null=True, blank=True)
    revocato_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "calendari privati"
        constraints = [
            models.UniqueConstraint("istituto", "impronta_codice", name="calendario_codice_unico"),
            models.UniqueConstraint(
                fields=["istituto", "persona"],
                condition=Q(revocato_il__isnull=True),
                name="calendario_uno_valido",
            ),
        ]

    def __str__(self) -> str:
        return f"calendario {self.pk}"


class Circolare(DiIstituto):
    """A circular of the school: a draft, then numbered in its school year and unchangeable."""

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    numero = models.PositiveIntegerField(null=True, blank=True)
    tipo = models.CharField(max_length=12, choices=TipoCircolare)
    oggetto = models.CharField(max_length=160)
    testo = models.TextField()
    pubblica = models.BooleanField("anche sul sito", default=False)
    riscontro = models.CharField(max_length=16, choices=Riscontro, default=Riscontro.PRESA_VISIONE)
    riscontro_entro = models.DateField(null=True, blank=True)
    autore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pubblicata_il = models.DateTimeField(null=True, blank=True)
    annullata_il = models.DateTimeField(null=True, blank=True)
    motivo_annullamento = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "circolari"
        ordering = ["-anno_scolastico__inizio", "-numero", "-id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "anno_scolastico", "numero", name="circolare_numero_unico"
            ),
            models.CheckConstraint(
                condition=Q(numero__isnull=True, pubblicata_il__isnull=True)
                | Q(numero__gte=1, pubblicata_il__isnull=False),
                name="circolare_bozza_o_numerata",
            ),
            models.CheckConstraint(
                condition=Q(annullata_il__isnull=True) | ~Q(motivo_annullamento=""),
                name="circolare_annullata_con_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"circolare n. {self.numero}" if self.numero else f"bozza {self.pk}"


class DestinatariCircolare(DiIstituto):
    """To whom a circular goes: all who hold a role, everywhere or in one seat or class."""

    circolare = models.ForeignKey(Circolare, models.CASCADE, related_name="destinatari")
    ruolo = models.CharField(max_length=24, choices=Ruolo)
    sede = models.ForeignKey(Sede, models.PROTECT, null=True, blank=True, related_name="+")
    classe = models.ForeignKey(Classe, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "destinatari delle circolari"
        constraints = [
            models.UniqueConstraint(
                "istituto", "circolare", "ruolo", "sede", "classe",
                name="destinatari_unici", nulls_distinct=False,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"destinatari {self.pk}"


class RicevutaCircolare(DiIstituto):
    """One person who received a circular: when it was read, what was answered."""

    circolare = models.ForeignKey(Circolare, models.PROTECT, related_name="ricevute")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="circolari")
    letta_il = models.DateTimeField(null=True, blank=True)
    risposta = models.CharField(max_length=2, choices=Risposta, blank=True)
    risposta_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "ricevute delle circolari"
        constraints = [
            models.UniqueConstraint("istituto", "circolare", "persona", name="ricevuta_unica"),
            models.CheckConstraint(
                condition=Q(risposta_il__isnull=True) | Q(letta_il__isnull=False),
                name="ricevuta_letta_prima",
            ),
        ]

    def __str__(self) -> str:
        return f"ricevuta {self.pk}"


class FileCircolare(DiIstituto):
    circolare = models.ForeignKey(Circolare, models.CASCADE, related_name="file")
    titolo = models.CharField(max_length=160)
    file = models.FileField(upload_to="circolari/", max_length=200)
    tipo_contenuto = models.CharField(max_length=80)
    impronta = models.CharField("SHA-256", max_length=64)
    byte = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "file delle circolari"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"file {self.pk}"
