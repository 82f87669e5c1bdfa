"""Example data for the page that shows the shared pieces together."""

from datetime import datetime, time, timedelta

from django import forms, template

from cpia.scuola import orologio, parole

register = template.Library()


class EsempioForm(forms.Form):
    giorno = forms.DateField(
        label="Giorno della seduta",
        error_messages={"invalid": "Scrivi il giorno come 07/06/2024: qui manca l’anno."},
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    luogo = forms.CharField(label="Luogo", help_text="Sede e aula.")


def _lavori() -> list[dict[str, object]]:
    comuni = {"url_stato": "?", "secondi": None}
    fallito = {"nome": "Ndoye Ibra", "motivo": "manca il luogo di nascita.", "url_correggi": "?"}
    return [
        comuni | {"codice": 2, "titolo": "Certificati della 2ªA LS", "fatti": 24, "totale": 24}
        | {"file": {"url": "?", "testo": "Scarica, 1 file, 2,9 MB"}},
        comuni | {"codice": 3, "titolo": "Certificati della 2ªA MM", "fatti": 21, "totale": 22}
        | {"falliti": [fallito | {"url_riprova": "?"}]},
    ]  # fmt: skip


@register.simple_tag
def esempi() -> dict[str, object]:
    """Deadlines around today, a refused form, finished works, tabs, pills, a trail."""
    oggi = orologio.oggi()
    return {
        "ritardo": oggi - timedelta(days=2),
        "oggi": datetime.combine(oggi, time(23, 59), tzinfo=parole.ROMA),
        "settimana": oggi + timedelta(days=3),
        "dopo": oggi + timedelta(days=27),
        "adesso": orologio.adesso(),
        "form": EsempioForm({"giorno": "07/06"}),
        "lavori": _lavori(),
        "schede": [
            {"testo": "Dati", "url": "?", "stato": "fatto"},
            {"testo": "Titoli", "url": "?", "stato": "in-corso", "attiva": True},
            {"testo": "Rilettura e invio", "stato": "da-fare"},
        ],
        "filtri": [
            {"testo": "Tutto", "numero": 12, "url": "?", "attiva": True},
            {"testo": "Docente", "numero": 6, "url": "?"},
            {"testo": "Componente di organi", "numero": 3, "url": "?"},
        ],
        "briciole": [{"testo": "Scrivania", "url": "?"}, {"testo": "Elementi comuni"}],
        "livelli": [("A", "Avanzato"), ("B", "Intermedio"), ("C", "Base"), ("D", "Iniziale")],
    }
