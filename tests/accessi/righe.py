"""One valid row of every table of an institute, made from the models themselves.

A model of a new app is filled like the others; when its constraints ask for more than the first
choice and the first day, its line goes in ``PARTICOLARI``.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from cpia.scuola.models import Istituto, Utente

GIORNO = date(2024, 6, 5)
ISTANTE = datetime(2024, 6, 5, 8, tzinfo=UTC)
PARTICOLARI: dict[str, dict[str, Any]] = {
    "avvisi.promemoria": {"email": ""},
    "bonus_merito.assegnazione": {"escluso": "", "fascia": 1},
    "bonus_merito.istanza": {"esito": ""},
    "competenze.valutazione": {"livello": "A", "motivo": ""},
    "competenze.livellocertificato": {"origine": "media", "livello": "A"},
    "organi_collegiali.mandato": {"carica": "", "cessato_per": ""},
    "organi_collegiali.punto": {"esito": "", "natura": "verbale"},
    "organi_collegiali.rilievo": {"esito": ""},
    "organi_collegiali.votopalese": {"scelta": ""},
    "organi_collegiali.votazione": {
        "in_carica": 19, "presenti": 14, "numero_legale": 10, "voto_presidente": "",
        "stato": "chiusa", "chiusa_il": ISTANTE,
        # A ballot is written only in the box of a vote that is being counted.
        "modo": "urna", "forma": "segreta", "chiave_pubblica": "0" * 64,
    },
    "organi_collegiali.scheda": {"urna": lambda righe: righe.urna(), "scelta": "favorevole"},
    "organi_collegiali.elezioneinseduta": {"carica": "", "componente": "docenti"},
    "norme.parametro": {"chiave": "collegio.preavviso"},
    "patto_formativo.offerta": {"dalle": time(17), "alle": time(20)},
    "patto_formativo.corsista": {"tutor_dal": GIORNO},
    "patto_formativo.patto": {"altro_istituto": lambda righe: righe.altra_scuola()},
    "patto_formativo.condivisione": {"altro_istituto": lambda righe: righe.altra_scuola()},
    "selezioni_pon.rigagraduatoria": {"escluso_per": "", "posizione": 1},
    "selezioni_pon.reclamo": {"esito": ""},
    "selezioni_pon.decisionetitolo": {"ammesso": {}},
    "selezioni_pon.domandainfanzia": {"precedenza_da": "", "rinuncia_da": ""},
    # Once its paper is printed no row is added.
    "selezioni_pon.versioneinfanzia": {"osservazioni_entro": GIORNO, "documento": None},
    "selezioni_pon.procedurafunzioni": {"verbale": ""},
    "selezioni_pon.commissariofunzioni": {"dichiarato_il": ISTANTE},
    "selezioni_pon.titolofunzione": {"esito": ""},
    "selezioni_pon.attribuzionefunzione": {"cessata_perche": ""},
    "selezioni_pon.iscrizioneesperto": {
        "stato": "iscritta", "settori": ["Musica"], "requisiti_verificati": True, "anni": 1,
        "iscritta_dal": GIORNO, "scade": GIORNO, "decisa_il": ISTANTE,
    },
    "selezioni_pon.proroga": {"prima_al": GIORNO, "al": GIORNO + timedelta(days=1)},
    # Only to a call that takes applications something is sent.
    "selezioni_pon.avviso": {
        "stato": "pubblicato", "pubblicato_il": ISTANTE, "scade": ISTANTE + timedelta(days=20),
        "compenso_minimo": Decimal(30), "compenso_massimo": Decimal(30), "ore": Decimal(10),
        "dal": GIORNO, "al": GIORNO,
    },
    "selezioni_pon.registrazionecandidato": {"scade_il": ISTANTE + timedelta(hours=48)},
}  # fmt: skip
# Here a row of its own is needed, not the one that the others share.
SEPARATI = {
    ("bonus_merito.fondo", "anno_scolastico"),
    ("bonus_merito.procedura", "fondo"),
    ("bonus_merito.richiesta", "persona"),
    ("selezioni_pon.avviso", "selezione"),
    ("selezioni_pon.candidatura", "persona"),
    ("selezioni_pon.commissario", "persona"),
    ("selezioni_pon.invio", "candidatura"),
    ("selezioni_pon.proposta", "graduatoria"),
    ("selezioni_pon.elencoinfanzia", "sede"),
    ("selezioni_pon.commissariofunzioni", "persona"),
    ("selezioni_pon.domandafunzione", "docente"),
    ("selezioni_pon.titolofunzione", "domanda"),
    ("selezioni_pon.domandainfanzia", "bambino"),
    ("selezioni_pon.titoloinfanzia", "domanda"),
    ("selezioni_pon.rigainfanzia", "domanda"),
    ("scuola.responsabilita", "adulto"),
    ("scuola.iscrizione", "persona"),
    ("organi_collegiali.effetto", "su"),
    ("organi_collegiali.mandato", "persona"),
    ("organi_collegiali.mandato", "organo"),
    ("organi_collegiali.seggio", "primo_scrutatore"),
    ("organi_collegiali.seggio", "secondo_scrutatore"),
}


def di_istituto(modello: type[models.Model]) -> bool:
    """Whether the rows of this model belong to an institute."""
    return any(campo.name == "istituto" for campo in modello._meta.local_fields)


MODELLI = [
    modello for modello in apps.get_models(include_auto_created=True) if di_istituto(modello)
]


def nuovo_istituto(numero: int) -> Istituto:
    """A school that differs from the others in everything that is unique."""
    return Istituto.objects.create(
        slug=f"scuola-{numero}",
        tipo="superiore",
        denominazione=f"Istituto numero {numero}",
        denominazione_breve=f"Istituto {numero}",
        codice_meccanografico=f"XXIS{numero:05d}X",
        codice_fiscale=f"{90000000000 + numero}",
        comune="Roma",
        provincia="RM",
    )


class Riempitore:
    """Fills the tables of one institute; PostgreSQL must have been told which one."""

    def __init__(self, istituto: Istituto) -> None:
        self.istituto = istituto
        self.righe: dict[type[models.Model], models.Model] = {}
        self._numeri = count(1)
        self._altra: Istituto | None = None

    def tutto(self) -> dict[type[models.Model], models.Model]:
        """One row of every model."""
        for modello in MODELLI:
            self.una(modello)
        return self.righe

    def una(self, modello: type[models.Model]) -> models.Model:
        """The row of this model, made when it is not there yet."""
        if modello not in self.righe:
            self.righe[modello] = self.crea(modello)
        return self.righe[modello]

    def crea(self, modello: type[models.Model]) -> models.Model:
        """Another row of this model."""
        return modello._default_manager.create(**dict(self._valori(modello)))

    def urna(self) -> UUID:
        """The box of the secret vote that the others share."""
        return self.una(apps.get_model("organi_collegiali", "votazione")).urna

    def altra_scuola(self) -> Istituto:
        """A third school, with which this one shares a row."""
        if self._altra is None:
            self._altra = nuovo_istituto(100 + self.istituto.pk)
        return self._altra

    def _valori(self, modello: type[models.Model]) -> Iterator[tuple[str, Any]]:
        fissi = PARTICOLARI.get(modello._meta.label_lower, {})
        for campo in modello._meta.local_concrete_fields:
            if campo.name in fissi:
                fisso = fissi[campo.name]
                yield campo.name, fisso(self) if callable(fisso) else fisso
            elif self._da_riempire(campo):
                yield campo.name, self._valore(campo)

    def _da_riempire(self, campo: models.Field) -> bool:
        if campo.primary_key or isinstance(campo, models.FileField):
            return False
        if isinstance(campo, models.ForeignKey):
            return campo.related_model is not campo.model
        return not (campo.null or campo.has_default() or campo.has_db_default())

    def _valore(self, campo: models.Field) -> Any:
        if isinstance(campo, models.ForeignKey):
            return self._riferito(campo)
        if isinstance(campo, models.BooleanField):
            return True
        if campo.choices:
            return campo.choices[0][0]
        return self._semplice(campo)

    def _riferito(self, campo: models.ForeignKey) -> models.Model:
        modello = campo.related_model
        if modello is Istituto:
            return self.istituto
        separato = (campo.model._meta.label_lower, campo.name) in SEPARATI
        if separato or campo.one_to_one or modello is Utente:
            return self.crea(modello)
        return self.una(modello)

    def _semplice(self, campo: models.Field) -> Any:
        if isinstance(campo, models.DateTimeField):
            return ISTANTE
        if isinstance(campo, models.DateField):
            return GIORNO
        if isinstance(campo, models.IntegerField):
            return next(self._numeri)
        if isinstance(campo, models.DecimalField):
            return Decimal(1)
        if isinstance(campo, models.JSONField):
            return []
        if isinstance(campo, models.EmailField):
            return f"n{next(self._numeri)}@{self.istituto.slug}.example"
        return f"{self.istituto.pk}n{next(self._numeri)}"[: campo.max_length]
