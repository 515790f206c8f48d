// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same checks in DuckDB: a typed read, regular expressions for e-mail and phone, duplicates by the triplet, and in
// every column blanks at the edges, control characters and formulas. `node checks.mjs import|devices FILE` prints the
// seconds of the query and what it counted, by the codes of `navette-cli check --json`; bench.py compares the two.
import { DuckDBInstance } from '@duckdb/node-api';

const [, , kind, file] = process.argv;
const path = file.replaceAll("'", "''");
const quoted = (column) => `"${column}"`;

/// How many cells are so, of all columns; empty ones are null.
const cells = (columns, condition) =>
  `sum(case when odd then ${columns.map((column) => `coalesce((${condition(quoted(column))})::int, 0)`).join(' + ')} else 0 end)`;
// One expression for whole rows, so that only the few rows with an odd cell are looked at cell by cell: by far the
// fastest of several ways tried.
const joined = (columns) => `concat_ws(chr(10), ${columns.map(quoted).join(', ')})`;
const control = `[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x{9f}]`;
const formula = `^[=@]|^[+-].*[^0-9 .,()/-]|[;,\\t"'']=`;
const isOdd = `regexp_matches(line, '(?m)(^ | $|${control}|^[=@]|^[+-].*[^0-9 .,()/\\n-]|[;,\\t"'']=)')`;
const characters = (columns) => ({
  'surrounding-space': cells(columns, (cell) => `${cell} <> trim(${cell})`),
  'formula-cell': cells(columns, (cell) => `regexp_matches(${cell}, '${formula}')`),
  'control-character': cells(columns, (cell) => `regexp_matches(${cell}, '${control}')`),
});

function importQuery() {
  const columns = ['Civilité', 'Prénom', 'Nom', 'Email', 'Téléphone Fixe', 'Mobile', 'Fax', 'Adresse 1', 'Adresse 2',
    'Code postal', 'Ville', 'Etat', 'Pays', 'Date de naissance', 'Société', 'Référence',
    ...Array.from({ length: 15 }, (_, i) => `Champ ${i + 1}`)];
  const atom = `[A-Za-z0-9!#$%&''*+/=?^_\`{|}~-]+`;
  const label = `[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?`;
  const email = `regexp_full_match(trim("Email"), '${atom}(\\.${atom})*@(${label}\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])')`;
  const digits = (column) => `regexp_replace(${quoted(column)}, '[ .()-]', '', 'g')`;
  const international = (column) => `regexp_replace(${digits(column)}, '^0', '+33')`;
  const phones = Object.entries({ Mobile: '67', 'Téléphone Fixe': '1-59', Fax: '1-9' }).map(([column, starts]) =>
    `count(*) filter (not regexp_full_match(${digits(column)}, '(0|\\+33)[${starts}][0-9]{8}'))`);
  return {
    rows: `with t as (select *, ${joined(columns)} line from read_csv('${path}', delim=';', header=true,
             all_varchar=true, encoding='latin-1', quote='"')),
           k as (select *, lower(trim("Email")) mail, ${international('Téléphone Fixe')} fixed,
             ${international('Mobile')} mobile, ${isOdd} odd,
             "Email" is not null or "Téléphone Fixe" is not null or "Mobile" is not null reached from t) from k`,
    counts: {
      rows: 'count(*)',
      'missing-means': 'count(*) filter (not reached)',
      'invalid-email': `count(*) filter (not ${email})`,
      'invalid-phone': phones.join(' + '),
      'invalid-date': `count(*) filter ("Date de naissance" is not null and
        try_strptime("Date de naissance", ['%d/%m/%Y', '%Y-%m-%d']) is null)`,
      'duplicate-row': 'count(*) filter (reached) - count(distinct (mail, fixed, mobile)) filter (reached)',
      ...characters(columns),
    },
  };
}

function devicesQuery() {
  const types = {
    device_id: 'UUID', IDFA: 'VARCHAR', token: 'VARCHAR', number_of_visits: 'BIGINT', install_date: 'TIMESTAMP',
    last_opened: 'TIMESTAMP', device_model: 'VARCHAR', os_version: 'VARCHAR', language: 'VARCHAR',
    bundle_version: 'VARCHAR', latitude: 'VARCHAR', longitude: 'VARCHAR', altitude: 'VARCHAR',
    geolocation_date: 'TIMESTAMP', sdk_version: 'VARCHAR', feedback: 'BIGINT', timezone: 'VARCHAR', optin: 'BOOLEAN',
    push: 'BOOLEAN', inapps: 'BOOLEAN', country: 'VARCHAR', member_id: 'VARCHAR', ville: 'VARCHAR',
  };
  const texts = Object.keys(types).filter((column) => types[column] === 'VARCHAR');
  const declared = Object.entries(types).map(([column, type]) => `'${column}': '${type}'`).join(', ');
  const notNumber = (column) => `count(*) filter (not regexp_full_match(${column}, '-?[0-9]+(,[0-9]+)?'))`;
  return {
    // What is not of its column's type is a rejected row; the typed values are wanted, or nobody would read them.
    rows: `with t as (select *, ${joined(texts)} line from read_csv('${path}', delim=';', header=true, quote='"',
             store_rejects=true, columns={${declared}})), k as (select *, ${isOdd} odd from t) from k`,
    counts: {
      rows: 'count(*)',
      'type-error': ['latitude', 'longitude', 'altitude'].map(notNumber).join(' + '),
      'constraint-error': `count(*) filter (device_id is null) + count(*) filter (length(country) <> 2) +
        count(*) filter (number_of_visits < 0) + count(*) filter (feedback < 0)`,
      ...characters(texts),
    },
    read: ['max(install_date)', 'max(last_opened)', 'max(geolocation_date)', 'count(optin)', 'count(push)',
      'count(inapps)'],
  };
}

const { rows, counts, read = [] } = { import: importQuery, devices: devicesQuery }[kind]();
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
const result = await connection.runAndReadAll(
  rows.replace(/from k$/, `select ${[...Object.values(counts), ...read].join(', ')} from k`));
const seconds = (performance.now() - start) / 1000;
const [values] = result.getRows();
console.log(JSON.stringify({
  seconds,
  counts: Object.fromEntries(Object.keys(counts).map((code, i) => [code, Number(values[i])])),
}));
