// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same checks in DuckDB, as far as SQL says them: a typed read, regular expressions for e-mail and phone, duplicates
// by the triplet. Prints the seconds of the query. `node checks.mjs import|devices FILE`
import { DuckDBInstance } from '@duckdb/node-api';

const [, , kind, file] = process.argv;
const path = file.replaceAll("'", "''");
const email = `regexp_full_match("Email", '[A-Za-z0-9.!#$%&''*+/=?^_\`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+')`;
const phone = (column) =>
  `regexp_full_match(regexp_replace("${column}", '[ .()-]', '', 'g'), '(0|\\+33)[1-9][0-9]{8}')`;
const queries = {
  import: `
    with t as (from read_csv('${path}', delim=';', header=true, all_varchar=true, encoding='latin-1', quote='"'))
    select count(*), count(*) filter ("Email" <> '' and not ${email}),
      count(*) filter ("Mobile" <> '' and not ${phone('Mobile')}),
      count(*) filter ("Téléphone Fixe" <> '' and not ${phone('Téléphone Fixe')}),
      count(*) filter ("Fax" <> '' and not ${phone('Fax')}),
      count(*) filter ("Date de naissance" <> '' and try_strptime("Date de naissance", '%d/%m/%Y') is null),
      count(distinct (lower("Email"), "Téléphone Fixe", "Mobile")) from t`,
  devices: `
    with t as (from read_csv('${path}', delim=';', header=true, quote='"', nullstr='', columns={
      'device_id': 'UUID', 'IDFA': 'VARCHAR', 'token': 'VARCHAR', 'number_of_visits': 'BIGINT',
      'install_date': 'TIMESTAMP', 'last_opened': 'TIMESTAMP', 'device_model': 'VARCHAR', 'os_version': 'VARCHAR',
      'language': 'VARCHAR', 'bundle_version': 'VARCHAR', 'latitude': 'VARCHAR', 'longitude': 'VARCHAR',
      'altitude': 'VARCHAR', 'geolocation_date': 'TIMESTAMP', 'sdk_version': 'VARCHAR', 'feedback': 'BIGINT',
      'timezone': 'VARCHAR', 'optin': 'BOOLEAN', 'push': 'BOOLEAN', 'inapps': 'BOOLEAN', 'country': 'VARCHAR',
      'member_id': 'VARCHAR', 'ville': 'VARCHAR'}))
    select count(*), count(device_id), count(number_of_visits), max(install_date), max(last_opened),
      count(*) filter (latitude <> '' and try_cast(replace(latitude, ',', '.') as double) is null),
      count(*) filter (longitude <> '' and try_cast(replace(longitude, ',', '.') as double) is null),
      count(*) filter (altitude <> '' and try_cast(replace(altitude, ',', '.') as double) is null),
      max(geolocation_date), count(feedback), count(optin), count(push), count(inapps),
      count(*) filter (length(country) > 2) from t`,
};

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
await connection.runAndReadAll(queries[kind]);
console.log((performance.now() - start) / 1000);
