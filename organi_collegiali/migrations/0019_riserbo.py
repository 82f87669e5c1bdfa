from django.db import migrations, models

# While a box is open its key is set once and not taken away: emptied and set again, ballots would be
# sealed for whoever has the other half of the new one.
URNA_CHIUSA = """
CREATE OR REPLACE FUNCTION organi_urna_chiusa() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.urna <> OLD.urna
    OR OLD.stato <> 'aperta' AND NEW.stato = 'aperta'
    OR NEW.chiave_pubblica NOT IN ('', OLD.chiave_pubblica)
      AND (OLD.chiave_pubblica <> '' OR OLD.stato <> 'aperta')
    OR NEW.chiave_pubblica = '' AND OLD.chiave_pubblica <> '' AND NEW.stato = 'aperta'
  THEN
    RAISE EXCEPTION 'un’urna chiusa non si riapre' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0018_convocazioni")]

    operations = [
        migrations.AlterField(
            model_name="punto",
            name="origine",
            field=models.CharField(
                choices=[
                    ("convocazione", "nella convocazione"),
                    ("integrazione", "aggiunto con un’integrazione"),
                    ("in_seduta", "chiesto in seduta"),
                    ("ripreso", "ripreso da un’altra seduta"),
                ],
                default="convocazione",
                max_length=14,
            ),
        ),
        migrations.RunSQL(URNA_CHIUSA, reverse_sql=migrations.RunSQL.noop),
    ]
