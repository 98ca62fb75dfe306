import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { VirtualList } from '../../parts/virtual-list.tsx';
import { useWords } from '../../words.ts';
import classes from './row-remarks.module.css';

const estimate = 60;
const tallest = 320;

/** What is wrong with rows, or worth knowing of them: the line as a spreadsheet counts it, the column, the fix. */
export function RowRemarks({
  kind,
  remarks,
}: {
  kind: 'problem' | 'warning';
  remarks: ImportPreview['problems'];
}) {
  const t = useWords();
  const title =
    kind === 'problem' ? t('importScreen.preview.problemList') : t('importScreen.preview.warningList');
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <div className={classes.box} style={{ height: Math.min(tallest, remarks.length * estimate + 2) }}>
        <VirtualList
          label={title}
          count={remarks.length}
          estimate={() => estimate}
          keyOf={(index) => String(index)}
          renderRow={(index) => {
            const remark = remarks[index];
            if (!remark) return null;
            return (
              <div
                className={classes.row}
                data-kind={kind}
                data-last={index === remarks.length - 1 || undefined}
              >
                <span className={classes.place}>
                  {t('importScreen.preview.lineNumber', { line: remark.line })}
                  <span className={classes.column}>
                    {remark.column ?? t('importScreen.preview.wholeRow')}
                  </span>
                </span>
                <span>
                  {remark.message} <span className={classes.fix}>{remark.fix}</span>
                </span>
              </div>
            );
          }}
        />
      </div>
    </>
  );
}
